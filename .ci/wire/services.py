"""The other services of the lab, once each way: SNS, Secrets Manager, Step Functions and Lambda, answers and errors."""
import json

from model import problems

TOPIC = "arn:aws:sns:us-east-1:111122223333:keymend"
MACHINE = "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair"
EXECUTION = "arn:aws:states:us-east-1:111122223333:execution:keymend-repair:walk"
INPUT = '{"customKeyStoreId":"cks-1234567890abcdef0"}'

JSON_CALLS = [
    ("secretsmanager", "PutSecretValue", {"SecretId": "keymend/payments", "SecretString": "first"}, "200"),
    ("secretsmanager", "GetSecretValue", {"SecretId": "keymend/payments"}, "200"),
    ("secretsmanager", "ListSecretVersionIds", {"SecretId": "keymend/payments"}, "200"),
    ("secretsmanager", "GetSecretValue", {"SecretId": "none"}, "ResourceNotFoundException"),
    ("stepfunctions", "ListStateMachines", {}, "200"),
    ("stepfunctions", "StartExecution", {"stateMachineArn": MACHINE, "name": "walk", "input": INPUT}, "200"),
    ("stepfunctions", "DescribeExecution", {"executionArn": EXECUTION}, "200"),
    ("stepfunctions", "ListExecutions", {"stateMachineArn": MACHINE}, "200"),
    ("stepfunctions", "GetExecutionHistory", {"executionArn": EXECUTION}, "200"),
    ("stepfunctions", "StopExecution", {"executionArn": EXECUTION, "error": "Enough", "cause": "said alice"}, "200"),
    ("stepfunctions", "DescribeExecution", {"executionArn": EXECUTION + "-none"}, "ExecutionDoesNotExist"),
    ("stepfunctions", "StartExecution", {"stateMachineArn": MACHINE + "-none", "input": "{}"}, "StateMachineDoesNotExist"),
    ("stepfunctions", "StartExecution", {"stateMachineArn": MACHINE, "name": "no.dots/and slashes"}, "InvalidName"),
]
SNS_CALLS = [
    ("sns", "Publish", {"TopicArn": TOPIC, "Subject": "Hello", "Message": "a < b"}, "200"),
    ("sns", "Publish", {"TopicArn": TOPIC + "-none", "Message": "m"}, "NotFound"),
]
CALLS = len(JSON_CALLS) + len(SNS_CALLS) + 2  # and two of Lambda


def failures(lab, client_of):
    """What goes wrong with a client for each service; one of botocore also holds the raw answers to the model."""
    clients = {service: client_of(service) for service in ("secretsmanager", "stepfunctions", "sns", "lambda")}
    found = []
    for service, operation, members, expected in JSON_CALLS + SNS_CALLS:
        client = clients[service]
        name = f"{service} {operation} {expected}"
        answer = client.call(operation, members)
        if answer.answer != expected:
            found.append(f"{name}: answered {answer.answer}: {answer.body[:300]!r}")
        elif answer.status and service != "sns":
            found += [f"{name}: {each}" for each in problems(client.model(operation), answer.status, answer.headers, answer.body)]
        lab.post("clock", advance="1s")
    return found + lambda_failures(clients["lambda"])


def lambda_failures(client):
    """Invoke is REST, and the AWS CLI wants a file for what it answers."""
    if not hasattr(client, "client"):
        return _lambda_by_cli(client)
    found = []
    answer = client.client.invoke(FunctionName="SweepFunction", Payload=b'{"source":"schedule"}')
    payload = json.load(answer["Payload"])
    if answer["StatusCode"] != 200 or "FunctionError" in answer or "started" not in payload:
        found.append(f"lambda Invoke: {payload}")
    refused = client.call("Invoke", {"FunctionName": "NoFunction"})
    if refused.answer != "ResourceNotFoundException" or refused.status != 404:
        found.append(f"lambda Invoke of nothing: {refused.answer} {refused.status}")
    return found


def _lambda_by_cli(client):
    found = []
    for function, expected in (("SweepFunction", "200"), ("NoFunction", "ResourceNotFoundException")):
        command = [*client.command, "invoke", "--function-name", function, "--cli-binary-format", "raw-in-base64-out"]
        answer = client.run([*command, "--payload", '{"source":"schedule"}', "/dev/null"], "Invoke")
        if answer.answer != expected:
            found.append(f"lambda Invoke {function}: answered {answer.answer}")
    return found
