"""LocalStack's interpreter of the Amazon States Language, pointed at a served lab.

The interpreter is used as it is. Three things around it are replaced, none of which decides anything: its AWS client leads to the
lab; its pauses move the lab's clock instead of being slept through; and JSONata is evaluated by the reference implementation
instead of the Java port that LocalStack and our own runner share.
"""
import contextlib
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from unittest import mock

HERE = Path(__file__).resolve().parent
NODE_MODULES = HERE.parent / "node_modules"
# the bridge to the Java port of JSONata and its installer, which are not used
for absent in ("jpype", "jpype.imports", "localstack.services.stepfunctions.packages"):
    sys.modules[absent] = ModuleType(absent)
sys.modules["localstack.services.stepfunctions.packages"].jpype_jsonata_package = None

# pylint: disable=wrong-import-position
import botocore.session
from localstack.aws.api.stepfunctions import HistoryEventType, StateMachineType
from localstack.services.stepfunctions.asl.component.common.retry import retrier_decl
from localstack.services.stepfunctions.asl.component.state.state_execution.state_task import lambda_eval_utils
from localstack.services.stepfunctions.asl.component.state.state_wait.wait_function.wait_function import WaitFunction
from localstack.services.stepfunctions.asl.eval.evaluation_details import (
    AWSExecutionDetails,
    EvaluationDetails,
    ExecutionDetails,
    StateMachineDetails,
)
from localstack.services.stepfunctions.asl.jsonata import jsonata
from localstack.services.stepfunctions.backend.execution_worker import SyncExecutionWorker

MACHINE = "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair"
ROLE = "arn:aws:iam::111122223333:role/keymend-RepairStateMachineRole"


class ReferenceJsonata:
    """The reference implementation, in a Node process of its own."""

    def __init__(self):
        # pylint: disable=consider-using-with
        self.node = subprocess.Popen(
            ["node", HERE / "jsonata.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def evaluate(self, expression):
        self.node.stdin.write(json.dumps(expression) + "\n")
        self.node.stdin.flush()
        outcome = json.loads(self.node.stdout.readline())
        if "error" in outcome:
            raise jsonata.JSONataException("UNKNOWN", outcome["error"])
        return outcome["value"]

    def close(self):
        self.node.communicate()


class SecondEngine:
    def __init__(self, lab, definition):
        self.lab, self.definition = lab, definition
        self.jsonata = ReferenceJsonata()
        session = botocore.session.get_session()
        self.client = session.create_client(
            "lambda",
            region_name="us-east-1",
            endpoint_url=lab.url,
            aws_access_key_id="role:keymend-RepairStateMachineRole",
            aws_secret_access_key="any",
        )

    def __enter__(self):
        self.replaced = contextlib.ExitStack()
        clock = SimpleNamespace(sleep=self._pause)
        for where, name, instead in (
            (jsonata, "_eval_jsonata", self.jsonata.evaluate),
            (lambda_eval_utils, "boto_client_for", lambda **_: self.client),
            (retrier_decl, "time", clock),
            (WaitFunction, "_wait_interval", lambda _, env, wait_seconds: self._pause(wait_seconds)),
        ):
            self.replaced.enter_context(mock.patch.object(where, name, instead))
        return self

    def __exit__(self, *_):
        self.replaced.close()
        self.jsonata.close()

    def _pause(self, seconds):
        if seconds > 0:
            self.lab.post("clock", advance=f"PT{seconds}S")

    def run(self, name, request):
        """The names of the states that an execution enters, and how it ends."""
        execution = ExecutionDetails(
            arn=MACHINE.replace(":stateMachine:", ":execution:") + ":" + name,
            name=name,
            role_arn=ROLE,
            inpt=request,
            start_time=self.lab.get("")["now"],
        )
        worker = SyncExecutionWorker(
            evaluation_details=EvaluationDetails(
                AWSExecutionDetails("111122223333", "us-east-1", ROLE),
                execution,
                StateMachineDetails(MACHINE, "keymend-repair", StateMachineType.STANDARD, self.definition),
            ),
            exec_comm=SimpleNamespace(terminated=lambda: None),
            cloud_watch_logging_session=None,
            activity_store={},
        )
        worker.start()
        events = worker.env.event_manager.get_event_history()
        path = [event["stateEnteredEventDetails"]["name"] for event in events if "stateEnteredEventDetails" in event]
        end = {
            HistoryEventType.ExecutionSucceeded: "SUCCEEDED",
            HistoryEventType.ExecutionFailed: "FAILED",
            HistoryEventType.ExecutionTimedOut: "TIMED_OUT",
        }
        return path, next((end[event["type"]] for event in events if event["type"] in end), "none")
