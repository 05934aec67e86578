package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import java.util.List;

/** A message that was asked for has gone out. That it arrives only its reader can see. */
public final class TestMessageCheck {
  /** Its subject. */
  public static final String SUBJECT = "[keymend] Test message of doctor";

  /** Its text. */
  public static final String TEXT = "Somebody ran keymend doctor --send-test-message."
      + " That you read this shows that the messages of keymend reach you. Nothing is wrong.\n";

  private static final String CHECK = "test message";

  private TestMessageCheck() {}

  /** Judges what SNS answered. */
  public static List<Finding> of(String topicArn, Sight<String> sight) {
    return Look.at(
        CHECK,
        sight,
        id -> List.of(Finding.fine(
            CHECK,
            "SNS took message " + id + "; every confirmed subscriber gets '" + SUBJECT
                + "' within a minute: look whether it is there, in the folder for spam too")),
        what -> Finding.fault(
            CHECK,
            what,
            "what keymend says would reach nobody",
            "deploy the stack again: sam deploy; it makes the topic " + topicArn));
  }
}
