package io.github.keymend.lab.doctor.check;

import static io.github.keymend.lab.doctor.check.Findings.absent;
import static io.github.keymend.lab.doctor.check.Findings.cannotTell;
import static io.github.keymend.lab.doctor.check.Findings.denied;
import static io.github.keymend.lab.doctor.check.Findings.fault;
import static io.github.keymend.lab.doctor.check.Findings.fine;
import static io.github.keymend.lab.doctor.check.Findings.warning;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import io.github.keymend.lab.doctor.seen.Secret;
import io.github.keymend.lab.doctor.seen.Simulated;
import io.github.keymend.lab.doctor.seen.Table;
import io.github.keymend.lab.doctor.seen.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 9: no key behind topic, table and secrets is in a custom key store; each can be used. */
class NothingDependsOnTheStoreTest {
  private static final Key OWN = new Key("arn:k", "Enabled", false, null);
  private static final Key OF_AWS = new Key("arn:k", "Enabled", true, null);
  private static final Key DISABLED = new Key("arn:k", "Disabled", false, null);
  private static final Key IN_STORE = new Key("arn:k", "Enabled", false, "cks-1");
  private static final String SECRET =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:s-AbCdEf";

  private static List<Finding> topic(@Nullable String keyId, Key key) {
    return TopicKeyCheck.of(Sight.of(new Topic("arn:t", keyId)), any -> Sight.of(key));
  }

  @Test
  void the_topic_has_no_key() {
    fine(topic(null, OWN), "no KMS key");
  }

  @Test
  void the_topic_is_not_under_the_key_of_sns_by_whatever_name() {
    fault(topic("alias/aws/sns", OF_AWS), "alias/aws/sns", "set-topic-attributes");
    fault(topic("arn:k", OF_AWS), "the key that AWS manages for SNS", "set-topic-attributes");
  }

  @Test
  void the_topic_under_another_key_is_told_and_under_one_in_a_store_a_fault() {
    warning(topic("arn:k", OWN), "which the template does not set", "set-topic-attributes");
    fault(topic("arn:k", IN_STORE), "in the custom key store cks-1", "set-topic-attributes");
    fault(topic("arn:k", DISABLED), "is Disabled", "aws kms enable-key");
    cannotTell(
        TopicKeyCheck.of(denied("sns:GetTopicAttributes"), any -> Sight.of(OWN)),
        "sns:GetTopicAttributes");
  }

  private static List<Finding> table(@Nullable String keyArn, Key key) {
    return TableCheck.of(Sight.of(new Table("t", "ACTIVE", keyArn)), any -> Sight.of(key));
  }

  @Test
  void the_table_is_active_and_under_a_key_that_no_store_takes_away() {
    fine(table(null, OWN), "under a key of DynamoDB");
    fine(table("arn:k", OWN), "in no custom key store");
    fault(table("arn:k", IN_STORE), "in the custom key store cks-1", "aws dynamodb update-table");
    fault(
        TableCheck.of(
            Sight.of(new Table("t", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "arn:k")),
            any -> Sight.of(OWN)),
        "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
        "enable its key");
    fault(
        TableCheck.of(absent("the table t"), any -> Sight.of(OWN)), "does not exist", "restore it");
    cannotTell(
        TableCheck.of(
            Sight.of(new Table("t", "ACTIVE", "arn:k")), any -> denied("kms:DescribeKey")),
        "kms:DescribeKey");
  }

  private static List<Finding> secret(
      @Nullable String keyId, boolean current, Key key, Simulated decrypt) {
    return SecretsCheck.of(
        SECRET,
        "us-east-1",
        Sight.of(new Secret(SECRET, keyId, false, current)),
        any -> Sight.of(key),
        any -> Sight.of(List.of(decrypt)));
  }

  private static Simulated decrypt(String decision) {
    return new Simulated("kms:Decrypt", decision, true, true);
  }

  @Test
  void a_secret_under_the_key_of_secrets_manager_is_fine() {
    fine(secret(null, true, OWN, decrypt("implicitDeny")), "under alias/aws/secretsmanager");
    fine(secret("arn:k", true, OF_AWS, decrypt("implicitDeny")), "in no custom key store");
  }

  @Test
  void a_secret_under_a_key_in_a_store_is_a_fault() {
    fault(
        secret("arn:k", true, IN_STORE, decrypt("allowed")),
        "in the custom key store cks-1",
        "--kms-key-id alias/aws/secretsmanager");
  }

  @Test
  void a_secret_under_a_key_of_ones_own_must_be_readable_by_the_role_that_reads_it() {
    fine(secret("arn:k", true, OWN, decrypt("allowed")), "may decrypt with arn:k");
    warning(
        secret("arn:k", true, OWN, decrypt("implicitDeny")), "a key of your own", "CorrectRoleArn");
    fault(
        secret("arn:k", true, OWN, decrypt("explicitDeny")),
        "is denied kms:Decrypt",
        "take the denial away");
    fault(
        secret("arn:k", true, OWN, new Simulated("kms:Decrypt", "implicitDeny", false, true)),
        "is denied kms:Decrypt",
        "service control policies");
  }

  @Test
  void a_secret_without_a_value_about_to_go_gone_or_elsewhere_is_told() {
    warning(secret(null, false, OWN, decrypt("allowed")), "no value yet", "put-secret-value");
    fault(
        SecretsCheck.of(
            SECRET,
            "us-east-1",
            Sight.of(new Secret(SECRET, null, true, true)),
            any -> Sight.of(OWN),
            any -> Sight.of(List.of())),
        "scheduled for deletion",
        "restore-secret");
    fault(
        SecretsCheck.of(SECRET, "us-east-1", absent("the secret"), k -> absent(k), k -> absent(k)),
        "does not exist",
        "CorrectionSecretArns");
    fault(
        SecretsCheck.of(SECRET, "eu-west-1", absent("the secret"), k -> absent(k), k -> absent(k)),
        "is not in eu-west-1",
        "replicate");
    cannotTell(
        SecretsCheck.of(
            SECRET,
            "us-east-1",
            denied("secretsmanager:DescribeSecret"),
            k -> absent(k),
            k -> absent(k)),
        "secretsmanager:DescribeSecret");
  }
}
