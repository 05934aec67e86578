package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import io.github.keymend.lab.doctor.seen.Secret;
import io.github.keymend.lab.doctor.seen.Simulated;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A secret that is named for a correction can be used when it is needed. Its value is never read. */
public final class SecretsCheck {
  private static final String CHECK = "secret";
  private static final String WHY = "without it keymend cannot correct a rejected credential";

  private SecretsCheck() {}

  /**
   * Judges one secret.
   *
   * @param arn its ARN, as it is named
   * @param region where keymend is deployed
   * @param keys shows its key
   * @param decrypts what IAM's simulator says of the role of CorrectFunction and kms:Decrypt on a key
   */
  public static List<Finding> of(
      String arn,
      String region,
      Sight<Secret> sight,
      Function<String, Sight<Key>> keys,
      Function<String, Sight<List<Simulated>>> decrypts) {
    if (!arn.startsWith("arn:") || !arn.split(":", -1)[3].equals(region)) {
      return List.of(Finding.fault(
          CHECK,
          arn + " is not in " + region,
          "keymend reads secrets of its own Region alone",
          "replicate or create it in " + region
              + ", name that ARN in CorrectionSecretArns and deploy again"));
    }
    return Look.at(
        CHECK,
        sight,
        secret -> judge(secret, keys, decrypts),
        what -> Finding.fault(
            CHECK, what, WHY, "create it, name its ARN in CorrectionSecretArns and deploy again"));
  }

  private static List<Finding> judge(
      Secret secret,
      Function<String, Sight<Key>> keys,
      Function<String, Sight<List<Simulated>>> decrypts) {
    List<Finding> findings = new ArrayList<>();
    if (secret.deleted()) {
      findings.add(Finding.fault(
          CHECK,
          secret.arn() + " is scheduled for deletion",
          WHY,
          "aws secretsmanager restore-secret --secret-id " + secret.arn()));
    } else if (!secret.current()) {
      findings.add(Finding.warning(
          CHECK,
          secret.arn() + " has no value yet (no version is AWSCURRENT)",
          WHY,
          "put the credential into it: aws secretsmanager put-secret-value --secret-id "
              + secret.arn() + " --secret-string file://CREDENTIAL"));
    } else {
      findings.add(Finding.fine(CHECK, secret.arn() + " has a current version"));
    }
    String keyId = secret.kmsKeyId();
    if (keyId == null || keyId.endsWith("alias/aws/secretsmanager")) {
      findings.add(Finding.fine(CHECK, secret.arn() + " is under alias/aws/secretsmanager"));
      return findings;
    }
    Sight<Key> sight = keys.apply(keyId);
    findings.addAll(KeyCheck.of(
        CHECK,
        secret.arn(),
        keyId,
        sight,
        "aws secretsmanager update-secret --secret-id " + secret.arn()
            + " --kms-key-id alias/aws/secretsmanager, then put its value again"));
    if (sight instanceof Sight.Seen<Key> key
        && !key.value().managedByAws()
        && key.value().customKeyStoreId() == null) {
      findings.addAll(SecretKeyCheck.of(
          secret.arn(), key.value(), decrypts.apply(key.value().arn())));
    }
    return findings;
  }
}
