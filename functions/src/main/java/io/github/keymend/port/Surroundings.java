package io.github.keymend.port;

import io.github.keymend.domain.checkup.EncryptionKey;
import io.github.keymend.domain.checkup.NamedSecret;
import io.github.keymend.domain.checkup.Shown;

/** What keymend stands on. Each throws {@link TransientException} where AWS did not answer. */
public interface Surroundings {
  /** The topic of the messages. */
  String topicArn();

  /** How many have a confirmed subscription to the topic. */
  Shown<Integer> confirmedSubscribers();

  /** A secret, never its value. */
  Shown<NamedSecret> secret(String arn);

  /** A KMS key. */
  Shown<EncryptionKey> key(String keyId);
}
