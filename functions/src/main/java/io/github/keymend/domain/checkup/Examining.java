package io.github.keymend.domain.checkup;

import java.util.Optional;

/** What to think of what the daily look shows. */
public final class Examining {
  /** The id of the one trouble that no message can tell: nobody would get it. */
  public static final String NOBODY_LISTENS = "nobody-listens";

  private Examining() {}

  /** Somebody hears keymend: the topic has a confirmed subscriber. */
  public static Optional<Trouble> listeners(String topicArn, Shown<Integer> confirmed) {
    if (confirmed instanceof Shown.There<Integer> there && there.value() > 0) {
      return Optional.empty();
    }
    if (confirmed instanceof Shown.Forbidden<Integer> forbidden) {
      return Optional.of(forbidden("listeners", "the topic " + topicArn, forbidden.permission()));
    }
    return Optional.of(
        new Trouble(
            NOBODY_LISTENS,
            "Nobody listens",
            "The topic " + topicArn
                + " has no confirmed subscriber: nobody hears what keymend says, and its alarms go the same way.",
            "aws sns subscribe --topic-arn " + topicArn
                + " --protocol email --notification-endpoint YOU@EXAMPLE.COM, then confirm by the link in the mail"));
  }

  /** A secret that is named for a correction is there. */
  public static Optional<Trouble> secret(String arn, Shown<NamedSecret> shown) {
    if (shown instanceof Shown.Forbidden<NamedSecret> forbidden) {
      return Optional.of(forbidden("secret/" + arn, "the secret " + arn, forbidden.permission()));
    }
    if (shown instanceof Shown.There<NamedSecret> there) {
      return there.value().deleted()
          ? Optional.of(new Trouble(
              "secret-deleted/" + arn,
              "A named secret is about to be deleted",
              "The secret " + arn
                  + " is scheduled for deletion: without it keymend cannot correct a rejected credential.",
              "aws secretsmanager restore-secret --secret-id " + arn))
          : Optional.empty();
    }
    return Optional.of(new Trouble(
        "secret-gone/" + arn,
        "A named secret is gone",
        "The secret " + arn
            + " does not exist: without it keymend cannot correct a rejected credential.",
        "create it, name its ARN in the parameter CorrectionSecretArns and deploy again"));
  }

  /** The key of a secret works, and is in no custom key store. */
  public static Optional<Trouble> key(String secretArn, String keyId, Shown<EncryptionKey> shown) {
    String remedy = "aws secretsmanager update-secret --secret-id " + secretArn
        + " --kms-key-id alias/aws/secretsmanager, then put its value again";
    if (shown instanceof Shown.Forbidden<EncryptionKey> forbidden) {
      return Optional.of(forbidden("key/" + keyId, "the key " + keyId, forbidden.permission()));
    }
    if (!(shown instanceof Shown.There<EncryptionKey> there)) {
      return Optional.of(new Trouble(
          "key-gone/" + keyId,
          "The key of a named secret is gone",
          "The key " + keyId + " of the secret " + secretArn
              + " does not exist: nobody can read it.",
          remedy));
    }
    if (there.value().customKeyStoreId() != null) {
      return Optional.of(new Trouble(
          "key-in-store/" + keyId,
          "A named secret depends on a custom key store",
          "The secret " + secretArn + " is encrypted under " + keyId + " in the custom key store "
              + there.value().customKeyStoreId()
              + ": when that store fails, keymend cannot read what may mend it.",
          remedy));
    }
    return there.value().enabled()
        ? Optional.empty()
        : Optional.of(new Trouble(
            "key-disabled/" + keyId,
            "The key of a named secret cannot be used",
            "The key " + keyId + " of the secret " + secretArn
                + " is not enabled: keymend cannot read the secret.",
            "aws kms enable-key --key-id " + keyId));
  }

  private static Trouble forbidden(String about, String what, String permission) {
    return new Trouble(
        "forbidden/" + about,
        "The daily look may not look",
        "The sweep may not call " + permission + " on " + what
            + ", so nobody knows whether it is as it should be.",
        "allow it to the role of the sweep; keymend doctor says what takes it away");
  }
}
