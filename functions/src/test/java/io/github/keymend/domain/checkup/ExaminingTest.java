package io.github.keymend.domain.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the daily look takes for a trouble. */
class ExaminingTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:keymend";
  private static final String SECRET =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:a-AbCdEf";
  private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1";

  @Test
  void a_confirmed_subscriber_is_enough() {
    assertThat(Examining.listeners(TOPIC, new Shown.There<>(1))).isEmpty();
  }

  @Test
  void a_topic_that_nobody_has_confirmed_is_heard_by_nobody() {
    Optional<Trouble> trouble = Examining.listeners(TOPIC, new Shown.There<>(0));

    assertThat(trouble).hasValueSatisfying(it -> {
      assertThat(it.id()).isEqualTo("nobody-listens");
      assertThat(it.remedy()).startsWith("aws sns subscribe --topic-arn " + TOPIC);
    });
  }

  @Test
  void a_topic_that_is_gone_is_heard_by_nobody_either() {
    assertThat(Examining.listeners(TOPIC, new Shown.Gone<>()))
        .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo("nobody-listens"));
  }

  @Test
  void a_secret_that_is_there_is_fine() {
    assertThat(Examining.secret(SECRET, new Shown.There<>(new NamedSecret(false, null))))
        .isEmpty();
  }

  @Test
  void a_secret_that_is_gone_or_about_to_be_is_a_trouble() {
    assertThat(Examining.secret(SECRET, new Shown.Gone<>()))
        .hasValueSatisfying(it -> assertThat(it.what()).contains(SECRET + " does not exist"));
    assertThat(Examining.secret(SECRET, new Shown.There<>(new NamedSecret(true, null))))
        .hasValueSatisfying(it -> assertThat(it.remedy())
            .isEqualTo("aws secretsmanager restore-secret --secret-id " + SECRET));
  }

  @Test
  void a_key_in_kms_itself_is_fine() {
    assertThat(Examining.key(SECRET, KEY, new Shown.There<>(new EncryptionKey(true, null))))
        .isEmpty();
  }

  @Test
  void a_key_in_a_custom_key_store_is_a_trouble_also_while_it_works() {
    assertThat(Examining.key(SECRET, KEY, new Shown.There<>(new EncryptionKey(true, "cks-1"))))
        .hasValueSatisfying(it -> {
          assertThat(it.what()).contains("in the custom key store cks-1");
          assertThat(it.remedy()).contains("--kms-key-id alias/aws/secretsmanager");
        });
  }

  @Test
  void a_key_that_is_disabled_or_gone_is_a_trouble() {
    assertThat(Examining.key(SECRET, KEY, new Shown.There<>(new EncryptionKey(false, null))))
        .hasValueSatisfying(it -> assertThat(it.what()).contains("is not enabled"));
    assertThat(Examining.key(SECRET, KEY, new Shown.Gone<>()))
        .hasValueSatisfying(it -> assertThat(it.what()).contains("does not exist"));
  }

  @Test
  void what_may_not_be_looked_at_is_a_trouble_and_names_the_permission() {
    assertThat(Examining.listeners(TOPIC, new Shown.Forbidden<>("sns:ListSubscriptionsByTopic")))
        .hasValueSatisfying(
            it -> assertThat(it.what()).contains("may not call sns:ListSubscriptionsByTopic"));
    assertThat(Examining.secret(SECRET, new Shown.Forbidden<>("secretsmanager:DescribeSecret")))
        .hasValueSatisfying(
            it -> assertThat(it.what()).contains("may not call secretsmanager:DescribeSecret"));
    assertThat(Examining.key(SECRET, KEY, new Shown.Forbidden<>("kms:DescribeKey")))
        .hasValueSatisfying(it -> assertThat(it.what()).contains("may not call kms:DescribeKey"));
  }
}
