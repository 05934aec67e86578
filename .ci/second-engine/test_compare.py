"""The comparison can fail: an engine that runs another workflow is told apart, by its path and by its calls."""
import json
import unittest

from compare import Case, compared, definition
from engine import SecondEngine
from lab import Lab


class AnotherWorkflow(unittest.TestCase):
    def found(self, change):
        case = Case("NETWORK_ERRORS", "CloudHSM", 0)
        workflow = json.loads(definition())
        change(workflow["States"])
        with Lab("--store", case.store) as first, Lab("--store", case.store) as second:
            with SecondEngine(second, json.dumps(workflow)) as engine:
                return compared((first, second), engine, 0, case)[0]

    def test_the_same_workflow(self):
        self.assertEqual(self.found(lambda states: None), [])

    def test_another_path(self):
        def skip_the_message(states):
            states["Choose remedy"]["Choices"][0]["Next"] = "Ready to act"

        found = self.found(skip_the_message)
        self.assertIn("theirs 'Ready to act'", found[0])
        self.assertTrue(any(each.startswith("calls, ") for each in found), found)

    def test_other_pauses(self):
        def wait_longer(states):
            states["Wait for KMS"]["Seconds"] = 600

        self.assertTrue(any(each.startswith("path, ") for each in self.found(wait_longer)))


if __name__ == "__main__":
    unittest.main()
