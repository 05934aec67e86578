package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import io.github.keymend.lab.doctor.seen.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The topic is under no key that keeps the last net from publishing; docs/decisions/0007. */
public final class TopicKeyCheck {
  private static final String CHECK = "topic key";
  private static final String ALIAS = "alias/aws/sns";

  private TopicKeyCheck() {}

  /** Judges the topic, asking for its key where it has one. */
  public static List<Finding> of(Sight<Topic> sight, Function<String, Sight<Key>> keys) {
    return Look.at(
        CHECK,
        sight,
        topic -> judge(topic, keys),
        what -> Finding.fault(
            CHECK, what, "keymend says everything to this topic", "deploy again: sam deploy"));
  }

  private static List<Finding> judge(Topic topic, Function<String, Sight<Key>> keys) {
    String keyId = topic.kmsKeyId();
    if (keyId == null) {
      return List.of(Finding.fine(CHECK, "the topic has no KMS key, as deployed"));
    }
    String remedy = "aws sns set-topic-attributes --topic-arn " + topic.arn()
        + " --attribute-name KmsMasterKeyId --attribute-value ''";
    Sight<Key> sight = keys.apply(keyId);
    boolean ofSns = keyId.endsWith(ALIAS)
        || (sight instanceof Sight.Seen<Key> seen && seen.value().managedByAws());
    if (ofSns) {
      return List.of(Finding.fault(
          CHECK,
          "the topic is encrypted under " + keyId + ", the key that AWS manages for SNS",
          "neither EventBridge nor an alarm can publish under it: their messages vanish silently",
          remedy));
    }
    List<Finding> findings = new ArrayList<>(KeyCheck.of(CHECK, "the topic", keyId, sight, remedy));
    if (findings.get(0) instanceof Finding.Fine) {
      findings.set(
          0,
          Finding.warning(
              CHECK,
              "the topic is encrypted under " + keyId + ", which the template does not set",
              "EventBridge, CloudWatch and the functions Tell and Sweep can publish only if its key policy"
                  + " lets them use it; doctor does not read key policies",
              remedy));
    }
    return findings;
  }
}
