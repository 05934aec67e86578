"""The walk can fail: what is wrong with a lab, or with its matrix, is found."""
import json
import unittest

import table
from clients import Botocore
from lab import Lab
from model import problems
from stage import Stage
from walk import representative, walk

ID = "b819cf24-5e0b-3003-ad29-d5e5b41dab95"
HEADERS = {"Content-Type": "application/x-amz-json-1.1", "x-amzn-RequestId": ID}
STORE = {"CustomKeyStoreId": "cks-1", "ConnectionState": "FAILED", "CreationDate": 1767582000.5}


class AnswersAreHeldToTheModel(unittest.TestCase):
    def setUp(self):
        self.describe = Botocore("http://127.0.0.1:1").model("DescribeCustomKeyStores")

    def found(self, answer, status=200, headers=None):
        return problems(self.describe, status, headers or HEADERS, json.dumps(answer))

    def test_what_is_right_is_right(self):
        self.assertEqual(self.found({"CustomKeyStores": [STORE], "Truncated": False}), [])
        self.assertEqual(self.found({"__type": "InvalidMarkerException", "message": "m"}, 400), [])

    def test_an_undeclared_member(self):
        self.assertIn("Since is not declared", self.found({"CustomKeyStores": [STORE | {"Since": "now"}]})[0])

    def test_a_wrong_type(self):
        self.assertIn("no timestamp", self.found({"CustomKeyStores": [STORE | {"CreationDate": "2026"}]})[0])
        self.assertIn("no boolean", self.found({"Truncated": "false"})[0])

    def test_a_value_that_is_not_in_the_enum(self):
        self.assertIn("none of", self.found({"CustomKeyStores": [STORE | {"ConnectionState": "BROKEN"}]})[0])

    def test_an_error_that_the_operation_does_not_declare(self):
        self.assertIn("declares no", self.found({"__type": "CustomKeyStoreHasCMKsException", "message": "m"}, 400)[0])

    def test_the_headers(self):
        self.assertIn("Content-Type", self.found({}, headers=HEADERS | {"Content-Type": "application/json"})[0])
        self.assertIn("RequestId", self.found({}, headers={"Content-Type": HEADERS["Content-Type"]})[0])


class CellsAreWalked(unittest.TestCase):
    def failures(self, change):
        text = table.MATRIX.read_text(encoding="utf-8")
        changed = text.replace(*change)
        self.assertNotEqual(text, changed, "the matrix has no such cell any more")
        before = set(table.cells(text))
        cells = [cell for cell in table.cells(changed) if cell not in before]
        with Lab() as lab:
            client = Botocore(lab.url)
            return walk(cells, Stage(lab, client.client), client, client.model)

    def test_a_wrong_answer_in_the_matrix_is_found(self):
        found = self.failures(("| 200 CONNECTING | 200 | 200 |", "| CustomKeyStoreInvalidStateException | 200 | 200 |"))
        self.assertEqual(len([each for each in found if "answered 200" in each]), 2)

    def test_a_wrong_state_afterwards_is_found(self):
        found = self.failures(("200 DISCONNECTING | 200 DISCONNECTING | 200 DISCONNECTING", "200 | 200 DISCONNECTING | 200 DISCONNECTING"))
        self.assertEqual(len(found), 2)
        self.assertIn("the store is DISCONNECTING afterwards, not CONNECTING", found[0])

    def test_a_wrong_status_is_found(self):
        found = self.failures(("| `ConnectCustomKeyStore` | KMSInternalException | 500 |", "| `ConnectCustomKeyStore` | KMSInternalException | 400 |"))
        self.assertEqual(found, ["ConnectCustomKeyStore KMSInternalException 400: answered with status 500, not 400"])

    def test_a_field_rule_that_does_not_hold_is_found(self):
        found = self.failures(('`"x*7"` | 200 |', '`"x*7"` | ValidationException |'))
        self.assertIn("answered 200", found[0])

    def test_the_choice_for_the_cli_has_every_operation_and_every_error(self):
        cells = table.cells()
        chosen = representative(cells)
        self.assertEqual({cell.operation for cell in chosen}, {cell.operation for cell in cells})
        self.assertEqual({cell.answer for cell in chosen}, {cell.answer for cell in cells})


if __name__ == "__main__":
    unittest.main()
