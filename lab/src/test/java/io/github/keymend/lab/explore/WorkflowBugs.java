package io.github.keymend.lab.explore;

import java.util.List;

/** Bugs that somebody could make in the text of the workflow; exploration must find each. */
final class WorkflowBugs {
  private static final String CATCH = "      - ErrorEquals: [States.ALL]\n";

  private WorkflowBugs() {}

  static List<WorkflowBug> all() {
    return List.of(
        new WorkflowBug(
            "an error ends green",
            "Tell of the error",
            "    Next: Broken",
            "    Next: Parked",
            2000),
        new WorkflowBug(
            "an error while parking ends green",
            "Park after an error",
            "Next: Broken",
            "Next: Parked",
            2000),
        new WorkflowBug(
            "an error of Look is parked without a word to the alarm",
            "Look",
            "Next: Park after an error",
            "Next: Parked",
            2000),
        new WorkflowBug(
            "nothing is told after parking", "Resting", "Next: Tell why", "Next: Parked
      - Condition: \"{% $ended %}\"
        Next: Tell why", 300),
        new WorkflowBug(
            "nothing is told after closing", "Closing", "{% $told %}", "{% $told and false %}", 300),
        new WorkflowBug(
            "nothing is told before the disconnect", "Choose remedy", "Next: Tell of the retry", "Next: Ready to act
      - Condition: \"{% $go and $remedy = 'RETRY' %}\"
        Next: Tell of the retry", 300),
        new WorkflowBug(
            "a note that came in while parking is not read",
            "Resting",
            "{% $ended %}",
            "{% $ended or true %}",
            3000),
        new WorkflowBug(
            "a note that came in while closing is not read",
            "Closing",
            "{% $ended = false %}",
            "{% $ended = false and false %}",
            3000),
        new WorkflowBug(
            "a wait leads past the look", "Wait for KMS", "Next: Look", "Next: Closed", 300),
        new WorkflowBug(
            "an unknown answer waits for ever",
            "Decide",
            "$next = 'PARK'",
            "$next = 'PARKED'",
            300),
        new WorkflowBug(
            "what is to be parked is left alone",
            "Decide",
            "Next: Park\n",
            "Next: Leave alone\n",
            300),
        new WorkflowBug(
            "a correction is skipped", "Decide", "{% $next = 'CORRECT' %}\"
        Next: Correct", "{% $next = 'CORRECT' %}\"
        Next: Connect
      - Condition: \"{% $next = 'CORRECT' %}\"
        Next: Correct", 3000),
        new WorkflowBug(
            "a wait spins", "Wait for KMS", "{% $waitSeconds %}", "{% 0 * $waitSeconds %}", 300),
        new WorkflowBug(
            "the pause before a retry is left out",
            "Ready to act",
            "$pauseSeconds > 0",
            "$pauseSeconds > 100000",
            300),
        new WorkflowBug(
            "a gate that is shut is passed",
            "Choose remedy",
            "{% $go and $remedy = 'RETRY' %}",
            "{% $remedy = 'RETRY' %}",
            300),
        new WorkflowBug(
            "a gate that is shut is passed for a correction",
            "Choose remedy",
            "{% $go and $remedy = 'CORRECT' %}",
            "{% $remedy = 'CORRECT' %}",
            3000),
        new WorkflowBug(
            "disconnects what is not FAILED",
            "Ready to act",
            "{% $state = 'FAILED' %}",
            "{% true %}",
            3000),
        new WorkflowBug(
            "the fence is a stale one",
            "Open incident",
            "{% $states.result.Payload.fence %}",
            "{% $states.result.Payload.fence - 1 %}",
            300),
        new WorkflowBug(
            "the attempt is another one",
            "Connect",
            "attempt: \"{% $attempt %}\"",
            "attempt: \"{% $attempt + 1 %}\"",
            300),
        new WorkflowBug(
            "the store is not handed in",
            "Disconnect",
            "customKeyStoreId: \"{% $customKeyStoreId %}\"",
            "customKeyStoreId: \"{% 'cks-0000000000000000f' %}\"",
            300),
        new WorkflowBug(
            "a message of another store is told",
            "Tell why",
            "customKeyStoreId: \"{% $customKeyStoreId %}\"",
            "customKeyStoreId: \"{% 'cks-0000000000000000f' %}\"",
            300),
        new WorkflowBug("a claim lost goes on", "Look", "Next: Claim lost", "Next: Look", 3000),
        new WorkflowBug(
            "the reason is not handed in",
            "Park",
            "reason: \"{% $reason %}\"",
            "reason: \"STOPPED\"",
            300),
        new WorkflowBug(
            "nothing is due any more", "Park", "due: \"{% $due %}\"", "due: \"{% '' %}\"", 3000),
        new WorkflowBug(
            "a store that is gone is told to be back",
            "Close",
            "gone: \"{% $gone %}\"",
            "gone: \"{% $gone and false %}\"",
            3000),
        new WorkflowBug(
            "an error of Connect is nobody's",
            "Connect",
            CATCH,
            "      - ErrorEquals: [States.Permissions]\n",
            3000),
        new WorkflowBug(
            "an error of Disconnect is nobody's",
            "Disconnect",
            CATCH,
            "      - ErrorEquals: [States.Permissions]\n",
            3000),
        new WorkflowBug(
            "the looks are not counted anew",
            "Connect",
            "looks: 0",
            "looks: \"{% $looks %}\"",
            300));
  }
}
