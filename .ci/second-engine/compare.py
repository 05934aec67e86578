"""Runs the deployed workflow by two engines, each against a lab of its own over HTTP, and compares path and calls.

One engine is the lab's own, started by StartExecution; the other is LocalStack's. For each pair of store type and error code in the
decision table they must enter the same states, and keymend's functions must make the same calls in the same order, once where the
cause is gone and once where the next connect fails again. Usage: compare.py
"""
import json
import re
import sys
import time
from pathlib import Path

import botocore.session
import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "wire"))

# pylint: disable=wrong-import-position
from engine import MACHINE, SecondEngine
from lab import Lab
from table import ROOT

ROW = re.compile(r"\| `([A-Z_]+)` \| (CloudHSM|external) \|")
PASSWORD = "changedInHsm1"  # what the lab changes kmsuser's password to for a store that starts with INVALID_CREDENTIALS
CALL = re.compile(r"^\S+Z  (?P<call>(?P<caller>\S+)  (?P<service>\S+)  .*)$")
LONGEST = 24  # quarters of an hour


class Case:
    def __init__(self, code, kind, connects):
        self.code, self.kind, self.connects = code, "hsm" if kind == "CloudHSM" else "xks", connects
        self.name = f"{self.kind}-{code.lower().replace('_', '-')}-{connects}"
        self.store = f"{self.name}:{self.kind}:FAILED:{code}"

    def __str__(self):
        return f"{self.code} on {self.kind}, " + ("the cause is gone" if not self.connects else "the next connect fails again")


def cases():
    rows = ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    pairs = list(dict.fromkeys(rows))
    if len(pairs) != 21:
        raise SystemExit(f"the decision table in README.md has {len(pairs)} pairs, not 21")
    return [Case(code, kind, connects) for code, kind in pairs for connects in (0, 1)]


def definition():
    """The deployed file with what the template puts into it, as JSON."""
    text = (ROOT / "statemachine" / "repair.asl.yaml").read_text(encoding="utf-8").replace("${Partition}", "aws")
    text = re.sub(r"\$\{(\w+Function)}", r"arn:aws:lambda:us-east-1:111122223333:function:\1", text)
    return json.dumps(yaml.safe_load(text))


def client(lab, service):
    keys = {"aws_access_key_id": "alice", "aws_secret_access_key": "any"}
    return botocore.session.get_session().create_client(service, region_name="us-east-1", endpoint_url=lab.url, **keys)


def prepare(lab, case):
    """The cause of the failure, and for a rejected credential a version of the secret that is right: the id of the store."""
    store = next(each["id"] for each in lab.get("stores") if each["name"] == case.name)
    if case.connects and case.code != "INVALID_CREDENTIALS":
        lab.post(f"stores/{case.name}/fail", code=case.code, connects=case.connects)
    if case.code == "INVALID_CREDENTIALS":
        value = PASSWORD
        if case.kind == "xks":
            value = credential(lab, store)
        wrong = "wrongPassword1" if case.kind == "hsm" else value
        client(lab, "secretsmanager").put_secret_value(
            SecretId=f"keymend/{case.name}", SecretString=wrong if case.connects else value, ClientRequestToken=f"{case.name:=<64}"[:64]
        )
    return store


def credential(lab, store):
    entry = client(lab, "kms").describe_custom_key_stores(CustomKeyStoreId=store)["CustomKeyStores"][0]
    pair = {"accessKeyId": "NEWNEWNEWNEWNEWNEWNE", "rawSecretAccessKey": "n" * 43}
    lab.post("backends", proxy=entry["XksProxyConfiguration"]["UriEndpoint"], **pair)
    return json.dumps(pair)


def calls(lab, number):
    """What keymend's functions called since the last time, without the calls of their engine."""
    mark = f"cks-mark{number}"
    try:
        client(lab, "kms").describe_custom_key_stores(CustomKeyStoreId=mark)
    except Exception:  # pylint: disable=broad-exception-caught  # there is no such store: its line in the log is what is wanted
        pass
    found = [CALL.match(line) for line in lab.lines_until(mark)]
    return [line["call"] for line in found if line and line["caller"].startswith("keymend-") and line["service"] != "lambda"]


def by_ours(lab, case, store):
    steps = client(lab, "stepfunctions")
    arn = steps.start_execution(stateMachineArn=MACHINE, name=case.name, input=json.dumps({"customKeyStoreId": store}))["executionArn"]
    status = "RUNNING"
    for _ in range(LONGEST):
        if status != "RUNNING":
            break
        lab.post("clock", advance="15m")
        status = steps.describe_execution(executionArn=arn)["status"]
    pages = steps.get_paginator("get_execution_history").paginate(executionArn=arn)
    events = [event for page in pages for event in page["events"]]
    return [event["stateEnteredEventDetails"]["name"] for event in events if "stateEnteredEventDetails" in event], status


def difference(ours, theirs):
    for i, (one, other) in enumerate(zip(ours, theirs)):
        if one != other:
            return f"at {i + 1}: ours {one!r}, theirs {other!r}"
    return f"ours has {len(ours)}, theirs {len(theirs)}: {(ours + theirs)[min(len(ours), len(theirs))]!r}"


def compared(labs, engine, number, case):
    """What differs between the two runs of a case, and how much was compared."""
    first, second = labs
    store = prepare(first, case)
    prepare(second, case)
    calls(first, f"{number}a"), calls(second, f"{number}a")
    ours, theirs = by_ours(first, case, store), engine.run(case.name, {"customKeyStoreId": store})
    our_calls, their_calls = calls(first, f"{number}b"), calls(second, f"{number}b")
    found = []
    if ours[0] != theirs[0]:
        found.append(f"path, {difference(ours[0], theirs[0])}")
    if ours[1] != theirs[1]:
        found.append(f"end, ours {ours[1]}, theirs {theirs[1]}")
    if our_calls != their_calls:
        found.append(f"calls, {difference(our_calls, their_calls)}")
    return found, len(ours[0]), len(our_calls)


def main():
    start, wrong, states, made = time.monotonic(), 0, 0, 0
    all_cases = cases()
    options = [option for case in all_cases for option in ("--store", case.store)]
    with Lab(*options) as first, Lab(*options) as second, SecondEngine(second, definition()) as engine:
        for number, case in enumerate(all_cases):
            found, entered, called = compared((first, second), engine, number, case)
            wrong, states, made = wrong + bool(found), states + entered, made + called
            for each in found:
                print(f"{case}: {each}")
    print(f"{states} states and {made} calls compared in {time.monotonic() - start:.0f} s")
    print(f"{len(all_cases) - wrong} passed, {wrong} failed")
    sys.exit(1 if wrong or not states or not made else 0)


if __name__ == "__main__":
    main()
