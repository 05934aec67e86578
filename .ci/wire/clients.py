"""The clients that make the calls: botocore, and the AWS CLI as people run it."""
import base64
import json
import os
import re
import subprocess
from typing import NamedTuple

import botocore.session
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

REFUSED = re.compile(r"An error occurred \((\w+)\) when calling the (\w+) operation", re.DOTALL)
CLI_SAYS_SERVICE_REFUSED = 254
CONFIG = Config(parameter_validation=False, retries={"total_max_attempts": 1, "mode": "standard"})


class Answer(NamedTuple):
    answer: str  # 200, or the type of the error
    status: int  # None where the client does not tell
    headers: dict
    body: bytes


class Botocore:
    """Calls through botocore, keeping what came over the wire. It checks no parameters, so that the lab has to."""

    def __init__(self, url, service="kms"):
        session = botocore.session.get_session()
        self.client = session.create_client(
            service,
            region_name="us-east-1",
            endpoint_url=url,
            aws_access_key_id="alice",
            aws_secret_access_key="any",
            config=CONFIG,
        )
        self.raw = None
        self.client.meta.events.register("response-received", self._keep)

    def _keep(self, response_dict, **_):
        self.raw = response_dict

    def model(self, operation):
        return self.client.meta.service_model.operation_model(operation)

    def call(self, operation, members):
        parameters = {
            name: base64.b64decode(value) if self._is_blob(operation, name) else value for name, value in members.items()
        }
        try:
            getattr(self.client, xform_name(operation))(**parameters)
            answer = "200"
        except ClientError as error:
            answer = error.response["Error"]["Code"]
        return Answer(answer, self.raw["status_code"], dict(self.raw["headers"]), self.raw["body"])

    def _is_blob(self, operation, name):
        shape = self.model(operation).input_shape.members.get(name)
        return shape is not None and shape.type_name == "blob"


class Cli:
    """Calls through the AWS CLI, with a configuration of its own and no look at anybody's credentials."""

    def __init__(self, url, binary, folder, service="kms"):
        config = folder / "config"
        config.write_text("[default]\nparameter_validation = false\ncli_pager =\nregion = us-east-1\nmax_attempts = 1\n", encoding="utf-8")
        self.command = [binary, "--endpoint-url", url, "--output", "json", service]
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "AWS_CONFIG_FILE": str(config),
            "AWS_SHARED_CREDENTIALS_FILE": str(folder / "none"),
            "AWS_ACCESS_KEY_ID": "alice",
            "AWS_SECRET_ACCESS_KEY": "any",
            "AWS_EC2_METADATA_DISABLED": "true",
            "LC_ALL": "C.UTF-8",
        }

    def call(self, operation, members):
        command = [*self.command, xform_name(operation, "-"), "--cli-input-json", json.dumps(members)]
        return self.run(command, operation)

    def run(self, command, operation):
        done = subprocess.run(command, env=self.environment, capture_output=True, timeout=60, check=False)
        if done.returncode == 0:
            return Answer("200", None, {}, done.stdout)
        text = done.stderr.decode()
        refused = REFUSED.search(text)
        if done.returncode != CLI_SAYS_SERVICE_REFUSED or not refused or refused[2] != operation:
            raise AssertionError(f"the AWS CLI ended with {done.returncode}: {text.strip()}")
        return Answer(refused[1], None, {}, b"")
