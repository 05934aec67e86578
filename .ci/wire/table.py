"""The tables of docs/lab/matrix.md, which MatrixTest reads too."""
import json
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
MATRIX = ROOT / "docs" / "lab" / "matrix.md"
TIMES = re.compile(r"(.)\*(\d+)")


class Cell(NamedTuple):
    """One call and its answer: what must be so before it, and what must be so after it."""

    name: str
    section: str
    kind: str  # hsm, xks, vpc; empty where the request names its stores itself
    state: str  # of the store before the call; "unknown": there is none
    operation: str
    request: str
    answer: str  # 200, or the type of the error
    status: int
    after: str  # the state of the store afterwards; empty: not looked at
    injected: bool = False  # whether the answer is ordered from the control path


def rows(heading, text=None):
    lines = (text or MATRIX.read_text(encoding="utf-8")).splitlines()
    table, seen = [], False
    for line in lines[lines.index(heading) :]:
        if line.startswith("|"):
            seen = True
            table.append([re.sub(r"^`|`$", "", cell.strip()) for cell in line[1:-1].split("|")])
        elif seen:
            break
    return table[0], table[2:]


def operations(text=None):
    head, body = rows("## Operations and connection states", text)
    for row in body:
        for state, expected in zip(head[4:], row[4:], strict=True):
            answer, _, after = expected.partition(" ")
            yield Cell(
                name=f"{row[0]} ({row[1]}) on {state}: {expected}",
                section="operations",
                kind=row[1],
                state=state,
                operation=row[2],
                request=row[3],
                answer=answer,
                status=200 if answer == "200" else 400,
                after="" if state == "unknown" else after or state,
            )


def declared(text=None):
    _, body = rows("## Declared exceptions", text)
    for operation, exception, status in body:
        yield Cell(
            name=f"{operation} {exception} {status}",
            section="declared",
            kind="hsm",
            state="CONNECTED",
            operation=operation,
            request=any_request(operation),
            answer=exception,
            status=int(status),
            after="",
            injected=True,
        )


def any_request(operation):
    """A request that passes the check of its form; what is in it does not matter, because the answer is ordered."""
    return {
        "CreateCustomKeyStore": '{"CustomKeyStoreName":"n","CloudHsmClusterId":"$cluster","TrustAnchorCertificate":"PEM","KeyStorePassword":"kmsPswd22"}',
        "CreateKey": '{"CustomKeyStoreId":"$id","Origin":"AWS_CLOUDHSM"}',
        "Encrypt": '{"KeyId":"$key","Plaintext":"c2VjcmV0"}',
        "Decrypt": '{"CiphertextBlob":"$blob"}',
        "ReEncrypt": '{"CiphertextBlob":"$blob","DestinationKeyId":"$key"}',
        "GenerateRandom": '{"NumberOfBytes":8}',
    }.get(operation, '{"CustomKeyStoreId":"$id"}')


def fields(text=None):
    _, body = rows("## Fields", text)
    for operation, field, request, value, answer in body:
        members = json.loads(request)
        if value == "null":
            members.pop(field, None)
        else:
            members[field] = json.loads(TIMES.sub(lambda found: found[1] * int(found[2]), value))
        behind_vpc = field in ("XksProxyVpcEndpointServiceName", "XksProxyVpcEndpointServiceOwner")
        yield Cell(
            name=f"{operation} {field} = {value[:60]}: {answer}",
            section="fields",
            kind="vpc" if behind_vpc else "",
            state="CONNECTED" if operation == "CreateKey" else "DISCONNECTED",
            operation=operation,
            request=json.dumps(members, ensure_ascii=False),
            answer=answer,
            status=200 if answer == "200" else 400,
            after="",
        )


def cells(text=None):
    return [*operations(text), *declared(text), *fields(text)]
