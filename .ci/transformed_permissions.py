"""Holds what SAM's transform adds to the roles of template.yaml to the list below, so that nothing is granted unseen.

What the template itself grants is compared with what is used by a test of the build (UsedPermissionsTest); this is the rest.
Usage: transformed_permissions.py template.yaml
"""
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

LOGS = "managed AWSLambdaBasicExecutionRole"  # writes the function's log
TRACES = "managed AWSXrayWriteOnlyAccess"  # Tracing: Active
DEAD_LETTER = "sqs:SendMessage on DeadLetters"  # what could not be delivered
STEPS = ["Open", "Look", "Diagnose", "Disconnect", "Correct", "Connect", "Park", "Close", "Tell"]

EXPECTED = {
    **{f"{step}FunctionRole": {LOGS, TRACES} for step in STEPS},
    "SweepFunctionRole": {LOGS, TRACES, DEAD_LETTER},
    "SweepFunctionScheduleRole": {"lambda:InvokeFunction on SweepFunction", DEAD_LETTER},
    "RepairStateMachineRole": {TRACES},
    "RepairStateMachineSomebodyTouchedAStoreRole": {"states:StartExecution on RepairStateMachine"},
    "RepairStateMachineSomebodyFailedToDisconnectRole": {"states:StartExecution on RepairStateMachine"},
}


class NoPoliciesByName:
    """The template names no managed policy of AWS, so none is looked up in an account."""

    def load(self):
        return {}


def without_local_paths(node):
    """The transform runs after packaging, when code and workflow are in S3."""
    if isinstance(node, dict):
        return {
            key: "s3://packaged/it" if key in ("CodeUri", "DefinitionUri") else without_local_paths(value)
            for key, value in node.items()
        }
    return [without_local_paths(item) for item in node] if isinstance(node, list) else node


def as_list(value):
    return value if isinstance(value, list) else [value]


def name(resource):
    if isinstance(resource, dict):
        (argument,) = resource.values()
        return argument[0] if isinstance(argument, list) else argument
    return resource


def added(role, written):
    """What a role has that the template does not write for its owner."""
    found = set()
    for policy in role.get("ManagedPolicyArns", []):
        if isinstance(policy, str):
            found.add("managed " + policy.rsplit("/", 1)[1])
        elif policy not in written:
            found.add("managed " + name(policy))
    for policy in role.get("Policies", []):
        document = policy.get("PolicyDocument")
        if document is None:  # a policy as a whole under a condition: only the template writes such
            document = policy["Fn::If"][1]["PolicyDocument"]
        if document in written:
            continue
        for statement in as_list(document["Statement"]):
            for action in as_list(statement["Action"]):
                found.update(f"{action} on {name(resource)}" for resource in as_list(statement["Resource"]))
    return found


def written_policies(template):
    written = {}
    for logical_id, resource in template["Resources"].items():
        policies = []
        for policy in resource.get("Properties", {}).get("Policies", []) if "Serverless" in resource["Type"] else []:
            policies.append(policy["Fn::If"][1] if "Fn::If" in policy else policy)
        written[logical_id + "Role"] = policies
    return written


def main(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    written = written_policies(yaml_parse(text))
    transformed = transform(without_local_paths(yaml_parse(text)), {}, NoPoliciesByName())
    found = {
        logical_id: added(resource["Properties"], written.get(logical_id, []))
        for logical_id, resource in transformed["Resources"].items()
        if resource["Type"] == "AWS::IAM::Role"
    }
    wrong = []
    for role in sorted(found.keys() | EXPECTED.keys()):
        if role not in found:
            wrong.append(f"{role}: is in the list and not in the template")
            continue
        for grant in sorted(found[role] - EXPECTED.get(role, set())):
            wrong.append(f"{role}: may also {grant}; is it meant to? Then add it to {sys.argv[0]} with its reason")
        for grant in sorted(EXPECTED.get(role, set()) - found[role]):
            wrong.append(f"{role}: lacks {grant}")
    print("\n".join(wrong) or f"{len(found)} roles: SAM adds what is listed, and nothing else")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
