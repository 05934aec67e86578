"""Holds raw answers to AWS's own service model, as botocore ships it."""
import base64
import binascii
import json
import re

# Documented for all services ("Common errors", KMS API reference), and ThrottlingException (KMS Developer Guide), or of the protocol
# itself; no service model declares them.
COMMON_ERRORS = {
    "AccessDeniedException",
    "IncompleteSignatureException",
    "InternalFailure",
    "MissingAuthenticationTokenException",
    "RequestTimeoutException",
    "RequestEntityTooLargeException",
    "SerializationException",
    "ThrottlingException",
    "UnknownOperationException",
    "ValidationException",
}
REQUEST_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def problems(operation, status, headers, body):
    """What is wrong with an answer of a JSON service; operation is botocore's model of it."""
    found = []
    names = {name.lower(): value for name, value in headers.items()}
    version = operation.metadata["jsonVersion"] if "jsonVersion" in operation.metadata else operation.service_model.metadata["jsonVersion"]
    if names.get("content-type") != f"application/x-amz-json-{version}":
        found.append(f"Content-Type is {names.get('content-type')}")
    if not REQUEST_ID.fullmatch(names.get("x-amzn-requestid", "")):
        found.append(f"x-amzn-RequestId is {names.get('x-amzn-requestid')}")
    try:
        answer = json.loads(body)
    except ValueError:
        return [*found, f"the body is not JSON: {body[:200]!r}"]
    if status == 200:
        return found + shape_problems(operation.output_shape, answer, operation.name)
    return found + error_problems(operation, status, answer)


def error_problems(operation, status, answer):
    kind = answer.get("__type")
    declared = {shape.name for shape in operation.error_shapes}
    found = []
    if kind not in declared | COMMON_ERRORS:
        found.append(f"{operation.name} declares no {kind}")
    if not isinstance(answer.get("message"), str) or set(answer) - {"__type", "message"}:
        found.append(f"an error has __type and message, not {sorted(answer)}")
    if not 400 <= status < 600:
        found.append(f"an error with status {status}")
    return found


def shape_problems(shape, value, path):
    if shape is None:
        return [] if value == {} else [f"{path} should be empty: {value}"]
    check = CHECKS.get(shape.type_name)
    if check is None:
        return [f"{path}: nothing is known of the type {shape.type_name}"]
    return check(shape, value, path)


def _structure(shape, value, path):
    if not isinstance(value, dict):
        return [f"{path} is no structure: {value!r}"]
    found = [f"{path}.{name} is not declared" for name in value if name not in shape.members]
    found += [f"{path}.{name} is missing" for name in shape.required_members if name not in value]
    for name in value.keys() & shape.members.keys():
        found += shape_problems(shape.members[name], value[name], f"{path}.{name}")
    return found


def _list(shape, value, path):
    if not isinstance(value, list):
        return [f"{path} is no list: {value!r}"]
    return [problem for i, item in enumerate(value) for problem in shape_problems(shape.member, item, f"{path}[{i}]")]


def _map(shape, value, path):
    if not isinstance(value, dict):
        return [f"{path} is no map: {value!r}"]
    return [problem for key, item in value.items() for problem in shape_problems(shape.value, item, f"{path}.{key}")]


def _string(shape, value, path):
    if not isinstance(value, str):
        return [f"{path} is no string: {value!r}"]
    found = []
    if shape.enum and value not in shape.enum:
        found.append(f"{path} is none of {shape.enum}: {value}")
    if not shape.metadata.get("min", 0) <= len(value) <= shape.metadata.get("max", 1 << 30):
        found.append(f"{path} has the wrong length: {value}")
    pattern = shape.metadata.get("pattern")
    if pattern and not re.fullmatch(pattern, value):
        found.append(f"{path} does not match {pattern}: {value}")
    return found


def _number(*types):
    def check(shape, value, path):
        if isinstance(value, bool) or not isinstance(value, types):
            return [f"{path} is no {shape.type_name}: {value!r}"]
        return []

    return check


def _boolean(_, value, path):
    return [] if isinstance(value, bool) else [f"{path} is no boolean: {value!r}"]


def _blob(_, value, path):
    try:
        base64.b64decode(value, validate=True)
        return []
    except (TypeError, binascii.Error):
        return [f"{path} is not base64: {value!r}"]


CHECKS = {
    "structure": _structure,
    "list": _list,
    "map": _map,
    "string": _string,
    "character": _string,
    "boolean": _boolean,
    "blob": _blob,
    "integer": _number(int),
    "long": _number(int),
    "float": _number(int, float),
    "double": _number(int, float),
    "timestamp": _number(int, float),
}
