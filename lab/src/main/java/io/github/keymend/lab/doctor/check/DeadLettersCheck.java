package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import io.github.keymend.lab.doctor.seen.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Nothing was undeliverable. */
public final class DeadLettersCheck {
  private static final String CHECK = "dead letters";

  private DeadLettersCheck() {}

  /** Judges the dead-letter queue, asking for its key where it has one. */
  public static List<Finding> of(
      String url, Sight<Queue> sight, Function<String, Sight<Key>> keys) {
    return Look.at(
        CHECK,
        sight,
        queue -> judge(url, queue, keys),
        what -> Finding.fault(
            CHECK,
            what,
            "what cannot be delivered would be lost without a trace",
            "deploy again: sam deploy"));
  }

  private static List<Finding> judge(String url, Queue queue, Function<String, Sight<Key>> keys) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        queue.waiting() == 0
            ? Finding.fine(CHECK, "the queue is empty")
            : Finding.fault(
                CHECK,
                queue.waiting() + " undelivered in the queue",
                "an event did not start keymend, or a sweep failed twice",
                "read them: aws sqs receive-message --message-attribute-names All --queue-url "
                    + url + ", mend the cause, then aws sqs purge-queue --queue-url " + url));
    String keyId = queue.kmsKeyId();
    if (keyId != null) {
      findings.addAll(KeyCheck.of(
          CHECK,
          "the queue",
          keyId,
          keys.apply(keyId),
          "aws sqs set-queue-attributes --queue-url " + url
              + " --attributes KmsMasterKeyId=,SqsManagedSseEnabled=true"));
    }
    return findings;
  }
}
