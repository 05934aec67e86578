package io.github.keymend.lab.explore;

import java.util.List;

/** Bugs that somebody could make in the text of the workflow; exploration must find each. */
final class WorkflowBugs {
  private WorkflowBugs() {}

  static List<WorkflowBug> all() {
    return List.of(
        new WorkflowBug(
            "an error ends green",
            "Tell of the error",
            "\n    Next: Broken",
            "\n    Next: Parked",
            132),
        new WorkflowBug(
            "an error while parking ends green",
            "Park after an error",
            "Next: Broken",
            "Next: Parked",
            164),
        new WorkflowBug(
            "an error of Look ends green",
            "Look",
            "Next: Park after an error",
            "Next: Parked",
            132),
        new WorkflowBug("parked without telling", "Park", "Next: Resting", "Next: Parked", 1),
        new WorkflowBug(
            "nothing is told of the end", "Closing", "{% $told %}", "{% $told and false %}", 18),
        new WorkflowBug("a person is not told", "Ask a person", "Next: Resting", "Next: Parked", 6),
        new WorkflowBug(
            "a note that came in while parking is not read",
            "Resting",
            "{% $ended %}",
            "{% $ended or true %}",
            2),
        new WorkflowBug(
            "a note that came in while closing is not read",
            "Closing",
            "{% $ended = false %}",
            "{% $ended = false and false %}",
            5970),
        new WorkflowBug(
            "a wait leads past the look", "Wait for KMS", "Next: Look", "Next: Closed", 1),
        new WorkflowBug(
            "what is to be parked is left alone",
            "Decide",
            "Next: Park\n",
            "Next: Leave alone\n",
            20),
        new WorkflowBug(
            "a wait spins", "Wait for KMS", "{% $waitSeconds %}", "{% 0 * $waitSeconds %}", 1),
        new WorkflowBug(
            "the pause before a retry is left out",
            "Ready to act",
            "$pauseSeconds > 0",
            "$pauseSeconds > 100000",
            10),
        new WorkflowBug(
            "a gate that is shut is passed",
            "Choose remedy",
            "{% $go and $remedy = 'RETRY' %}",
            "{% $remedy = 'RETRY' %}",
            2),
        new WorkflowBug(
            "a gate that is shut is passed to correct",
            "Choose remedy",
            "{% $go and $remedy = 'CORRECT' %}",
            "{% $remedy = 'CORRECT' %}",
            3),
        new WorkflowBug(
            "the fence is an old one",
            "Open incident",
            "{% $states.result.Payload.fence %}",
            "{% $states.result.Payload.fence - 1 %}",
            1),
        new WorkflowBug(
            "the attempt is another one",
            "Connect",
            "attempt: \"{% $attempt %}\"",
            "attempt: \"{% $attempt + 1 %}\"",
            1),
        new WorkflowBug(
            "another store is disconnected",
            "Disconnect",
            "customKeyStoreId: \"{% $customKeyStoreId %}\"",
            "customKeyStoreId: \"{% 'cks-0000000000000000f' %}\"",
            2),
        new WorkflowBug(
            "messages of another store are sent",
            "Tell why",
            "customKeyStoreId: \"{% $customKeyStoreId %}\"",
            "customKeyStoreId: \"{% 'cks-0000000000000000f' %}\"",
            1),
        new WorkflowBug(
            "the reason is another one",
            "Park",
            "reason: \"{% $reason %}\"",
            "reason: \"STOPPED\"",
            3),
        new WorkflowBug(
            "a store that is gone is said to be back",
            "Close",
            "gone: \"{% $gone %}\"",
            "gone: \"{% $gone and false %}\"",
            733),
        new WorkflowBug(
            "no Catch around Look",
            "Look",
            "ErrorEquals: [States.ALL]",
            "ErrorEquals: [States.Permissions]",
            132),
        new WorkflowBug(
            "no Catch around Diagnose",
            "Diagnose",
            "ErrorEquals: [States.ALL]",
            "ErrorEquals: [States.Permissions]",
            182),
        new WorkflowBug(
            "an hour is not enough", "Wait for KMS", "Next: Look", "Next: Diagnose", 31),
        new WorkflowBug("nothing is due", "Park", "due: \"{% $due %}\"", "due: \"{% '' %}\"", 13));
  }
}
