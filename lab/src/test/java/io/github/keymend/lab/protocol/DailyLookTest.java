package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.sns.Published;
import io.github.keymend.lab.sns.SnsErrors;
import io.github.keymend.lab.stage.LabSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once a day the sweep looks at what keymend stands on, and tells each trouble once. */
class DailyLookTest {
  private final Scene scene = Scene.cloudHsm(Scene.correcting());

  private void ails(Ailment ailment) {
    scene.lab.aws().account().ailments().set(ailment);
  }

  private List<Published> told() {
    return scene.messages().stream()
        .filter(each -> "CHECKUP".equals(each.request().attributes().get("kind")))
        .toList();
  }

  private long looks() {
    return scene.lab.aws().sns().calls().stream()
        .map(CallRecord::call)
        .filter(each -> each.operation().equals("ListSubscriptionsByTopic"))
        .count();
  }

  @Test
  void where_all_is_well_nothing_is_told_and_one_look_a_day_is_made() {
    scene.pass(Duration.ofDays(3));

    assertThat(scene.messages()).isEmpty();
    assertThat(looks()).isEqualTo(4); // the day it begins on, and three midnights
    assertThat(scene.lab.aws().secrets().calls())
        .extracting(each -> each.call().operation())
        .as("no value is read")
        .containsOnly("DescribeSecret");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      SECRET_GONE         | [keymend] A named secret is gone                           | create it
      SECRET_DELETED      | [keymend] A named secret is about to be deleted            | aws secretsmanager restore-secret
      SECRET_KEY_IN_STORE | [keymend] A named secret depends on a custom key store     | aws secretsmanager update-secret
      """)
  void each_trouble_is_told_once_a_day_with_its_remedy_in_one_thread(
      Ailment ailment, String subject, String remedy) {
    // Given
    ails(ailment);

    // When
    scene.pass(Duration.ofHours(36));

    // Then
    assertThat(told()).hasSize(2).allSatisfy(message -> {
      assertThat(message.request().subject()).isEqualTo(subject);
      assertThat(message.request().message())
          .contains(Scene.SECRET, remedy, "./keymend doctor", "Thread: checkup");
    });
    assertThat(scene.acts()).as("no store is touched").isEmpty();
  }

  @Test
  void what_is_mended_is_not_told_again() {
    // Given
    ails(Ailment.SECRET_GONE);
    scene.pass(Duration.ofHours(1));

    // When
    scene.lab.aws().account().ailments().set("secret", "fine");
    scene.pass(Duration.ofDays(2));

    // Then
    assertThat(told()).hasSize(1);
  }

  @Test
  void that_nobody_listens_is_counted_for_the_alarm_and_not_said_to_nobody() {
    // Given
    ails(Ailment.SUBSCRIPTION_PENDING);

    // When
    scene.pass(Duration.ofHours(36));

    // Then
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.lab.counted("NobodyListens")).isEqualTo(2);
    assertThat(scene.lab.counted("DoctorFindings")).isEqualTo(2);
  }

  @Test
  void while_somebody_listens_nothing_is_counted_for_the_alarm() {
    scene.pass(Duration.ofHours(36));

    assertThat(scene.lab.counted("NobodyListens")).isZero();
  }

  @Test
  void what_may_not_be_looked_at_is_told_too() {
    // Given
    scene
        .lab
        .aws()
        .secrets()
        .callFaults()
        .next("DescribeSecret", CallFault.denied("secretsmanager:DescribeSecret"));

    // When
    scene.pass(Duration.ofHours(1));

    // Then
    assertThat(told())
        .singleElement()
        .satisfies(message -> assertThat(message.request().message())
            .contains("may not call secretsmanager:DescribeSecret"));
  }

  @Test
  void a_message_that_sns_does_not_take_is_sent_by_the_next_sweep() {
    // Given
    ails(Ailment.SECRET_GONE);
    scene
        .lab
        .aws()
        .sns()
        .callFaults()
        .next("Publish", 10, CallFault.before(SnsErrors.notAuthorized()));

    // When
    scene.pass(Duration.ofMinutes(61));
    long failures = scene.lab.aws().account().sweeps().failures(scene.began, scene.now());

    // Then
    assertThat(failures).as("an alarm watches the sweep's errors").isEqualTo(10);
    assertThat(told()).hasSize(1);
  }

  @Test
  void a_look_that_is_not_answered_keeps_the_sweep_from_no_store() {
    // Given
    Scene failing = Scene.external(LabSettings.repairing(), "XKS_PROXY_TIMED_OUT", 1);
    failing
        .lab
        .aws()
        .sns()
        .callFaults()
        .next("ListSubscriptionsByTopic", 1000, CallFault.before(SnsErrors.internal()));

    // When
    failing.pass(Duration.ofHours(1));

    // Then
    assertThat(failing.kinds()).contains("RECOVERED");
  }
}
