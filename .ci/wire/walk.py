"""Walks docs/lab/matrix.md through ./keymend lab as others' clients do: botocore every cell, the AWS CLI a choice of them.

Each answer must be the one in its cell, and each raw answer is held to AWS's own service model. Usage: walk.py [--aws BINARY]
"""
import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import services
import table
from clients import Botocore, Cli
from lab import Lab
from model import problems
from stage import Stage

AT_ONCE = 2  # AWS CLIs, each with a lab of its own


def walk(cells, stage, client, model_of=None):
    """The failures, one line each."""
    failures = []
    for cell in cells:
        try:
            with stage.set(cell) as (request, store):
                answer = client.call(cell.operation, request)
                wrong = differences(cell, answer, stage.lab.state(store) if cell.after else "")
                if model_of:
                    wrong += problems(model_of(cell.operation), answer.status, answer.headers, answer.body)
        except Exception as error:  # pylint: disable=broad-exception-caught  # one cell's trouble keeps no other from its turn
            wrong = [f"{type(error).__name__}: {error}"]
        failures += [f"{cell.name}: {each}" for each in wrong]
    return failures


def differences(cell, answer, state):
    wrong = []
    if answer.answer != cell.answer:
        wrong.append(f"answered {answer.answer}: {answer.body[:300]!r}")
    if answer.status not in (None, cell.status):
        wrong.append(f"answered with status {answer.status}, not {cell.status}")
    if state != cell.after:
        wrong.append(f"the store is {state} afterwards, not {cell.after}")
    return wrong


def representative(cells):
    """For the AWS CLI, which takes most of a second a call: each operation with each of its answers by state, each other error once."""
    chosen, seen = [], set()
    for cell in cells:
        key = (cell.operation, cell.answer) if cell.section == "operations" else cell.answer
        if key in seen or "VpcEndpointServiceOwner" in cell.request:  # Debian's AWS CLI is older than the owner
            continue
        seen |= {key, cell.answer}
        chosen.append(cell)
    return chosen


def by_botocore(cells):
    with Lab() as lab:
        client = Botocore(lab.url)
        failures = walk(cells, Stage(lab, client.client), client, client.model)
        return failures + services.failures(lab, lambda service: Botocore(lab.url, service))


def by_cli(cells, binary, with_services):
    with Lab() as lab, tempfile.TemporaryDirectory() as folder:
        stage = Stage(lab, Botocore(lab.url).client)
        failures = walk(cells, stage, Cli(lab.url, binary, Path(folder)))
        if with_services:
            failures += services.failures(lab, lambda service: Cli(lab.url, binary, Path(folder), service))
        return failures


def report(who, cells, failures, start):
    print(f"{who}: {cells} cells and {services.CALLS} calls of other services in {time.monotonic() - start:.0f} s, {len(failures)} wrong")
    for each in failures:
        print(f"  {each}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--aws", help="the AWS CLI, version 2; without it only botocore walks")
    arguments = arguments.parse_args()
    cells, start = table.cells(), time.monotonic()
    wrong = by_botocore(cells)
    report("botocore", len(cells), wrong, start)
    walked = len(cells) + services.CALLS
    if arguments.aws:
        chosen, start = representative(cells), time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            parts = [pool.submit(by_cli, chosen[i::AT_ONCE], arguments.aws, i == 0) for i in range(AT_ONCE)]
        failures = [each for part in parts for each in part.result()]
        report("AWS CLI", len(chosen), failures, start)
        wrong, walked = wrong + failures, walked + len(chosen) + services.CALLS
    failed = len({each.split(": ")[0] for each in wrong})
    print(f"{walked - failed} passed, {failed} failed")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
