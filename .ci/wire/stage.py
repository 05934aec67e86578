"""Sets the scene of a cell by the control path, so that its one call can be made by any client."""
import base64
import contextlib
import itertools
import json
import random
import string

from botocore.exceptions import ClientError

NEW_KEY = "NEWNEWNEWNEWNEWNEWNE"
NEW_SECRET = "n" * 43
VPC = "com.amazonaws.vpce.us-east-1.vpce-svc-00"


class Stage:
    """One served lab and the stores in it: two that have a key and stay, and fresh ones for a single cell."""

    def __init__(self, lab, kms):
        self.lab, self.kms = lab, kms
        self.numbers = itertools.count(1)
        self.letters = random.Random(1)
        for store in lab.get("stores"):
            self._remove(store["id"])
        self.keyed = {kind: self._keyed(kind) for kind in ("hsm", "xks")}

    def _keyed(self, kind):
        store = self._add(kind, "CONNECTED")
        origin = {"Origin": "AWS_CLOUDHSM"} if kind == "hsm" else {"Origin": "EXTERNAL_KEY_STORE", "XksKeyId": "first"}
        key = self.kms.create_key(CustomKeyStoreId=store, **origin)["KeyMetadata"]["KeyId"]
        blob = self.kms.encrypt(KeyId=key, Plaintext=b"secret")["CiphertextBlob"]
        return {"$id": store, "$key": key, "$blob": base64.b64encode(blob).decode()}

    def _add(self, kind, state):
        name = f"store{next(self.numbers)}"
        return self.lab.post("stores", store=f"{name}:{'hsm' if kind == 'hsm' else 'xks'}:{state}")["id"]

    def _remove(self, store):
        self.lab.bring(store, "DISCONNECTED")
        with contextlib.suppress(ClientError):
            self.kms.delete_custom_key_store(CustomKeyStoreId=store)

    @contextlib.contextmanager
    def set(self, cell):
        """The request of the cell with nothing left to fill in, as members, and the store that it is about."""
        before = {store["id"] for store in self.lab.get("stores")}
        values = self._backing()
        store = self._store(cell, values)
        if cell.state == "unknown":
            if store:  # the key that is not asked for can be used
                self.lab.bring(store, "CONNECTED")
            values |= {"$own": "nobody", "$id": "cks-00000000000000000", "$key": "00000000-0000-0000-0000-000000000000"}
        elif store:
            values["$own"] = next(each["name"] for each in self.lab.get("stores") if each["id"] == store)
            self.lab.bring(store, cell.state, "NETWORK_ERRORS" if cell.state == "FAILED" else None)
        if cell.injected:
            self.lab.post("errors", operation=cell.operation, error=cell.answer)
        request = cell.request
        for name in sorted(values, key=len, reverse=True):
            request = request.replace(name, values[name])
        try:
            yield json.loads(request), store
        finally:
            for each in self.lab.get("stores"):
                if each["id"] not in before:
                    self._remove(each["id"])

    def _store(self, cell, values):
        """Binds the stores of the cell: the one that it is about, if it is about one."""
        if cell.injected or "$key" in cell.request or "with a key" in cell.name or cell.operation == "CreateKey":
            values |= self.keyed["hsm" if cell.kind == "hsm" else "xks"]
            values |= {f"${kind}": self.keyed[kind]["$id"] for kind in self.keyed}
            if cell.section == "fields":
                self.lab.bring(values["$hsm"], cell.state)
                self.lab.bring(values["$xks"], cell.state)
            return values["$id"]
        values["$hsm"] = self._add("hsm", "DISCONNECTED")
        values["$xks"] = self._external(values, cell.kind == "vpc")
        values["$id"] = values["$hsm" if cell.kind == "hsm" else "$xks"]
        return values["$id"] if cell.kind else None

    def _backing(self):
        """A cluster and a proxy that nobody uses, and a name that nobody has."""
        number = next(self.numbers)
        cluster = "cluster-" + "".join(self.letters.choices(string.ascii_letters + "234567", k=11))
        endpoint = f"https://other{number}.example.com"
        self.lab.post("backends", cluster=cluster, password="kmsPswd9")
        self.lab.post("backends", proxy=endpoint, accessKeyId=NEW_KEY, rawSecretAccessKey=NEW_SECRET)
        return {"$name": f"another{number}", "$cluster": cluster, "$endpoint": endpoint}

    def _external(self, values, behind_vpc):
        """An external store whose credential the other proxy takes too."""
        store = self._add("xks", "DISCONNECTED")
        entry = self.kms.describe_custom_key_stores(CustomKeyStoreId=store)["CustomKeyStores"][0]
        own = entry["XksProxyConfiguration"]["UriEndpoint"]
        self.lab.post("backends", proxy=own, accessKeyId=NEW_KEY, rawSecretAccessKey=NEW_SECRET)
        self.kms.update_custom_key_store(
            CustomKeyStoreId=store,
            XksProxyAuthenticationCredential={"AccessKeyId": NEW_KEY, "RawSecretAccessKey": NEW_SECRET},
        )
        if behind_vpc:
            self.kms.update_custom_key_store(
                CustomKeyStoreId=store,
                XksProxyConnectivity="VPC_ENDPOINT_SERVICE",
                XksProxyUriEndpoint=values["$endpoint"],
                XksProxyVpcEndpointServiceName=VPC,
            )
        return store
