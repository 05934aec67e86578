package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.sns.Published;
import io.github.keymend.lab.sns.SnsErrors;
import io.github.keymend.lab.stage.fault.InvocationFault;
import io.github.keymend.lab.stage.fault.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protocol §7: nothing is said twice, nothing is lost between a crash and a retry. */
class MessagesTest {
  @Test
  void with_sns_down_for_an_hour_every_message_is_delivered_once_and_in_order() {
    Scene scene = Scene.external("XKS_PROXY_NOT_REACHABLE", 2).quick();
    scene
        .lab
        .aws()
        .sns()
        .callFaults()
        .always("Publish", caller -> true, CallFault.before(SnsErrors.internal()));
    scene.pass(Duration.ofHours(1));
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.actNames())
        .as("no repair waits for a message")
        .containsExactly("Disconnect", "Connect");
    scene.lab.aws().sns().callFaults().clear("Publish");

    scene.pass(Duration.ofMinutes(6));

    assertThat(scene.kinds()).startsWith("SEEN", "GIVEN_UP");
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void a_person_who_is_awaited_is_reminded_after_1_hour_after_4_and_daily() {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1);
    scene.passUntil("told", () -> scene.kinds().contains("PERSON_NEEDED"));
    Instant told = scene.now();
    int executions = scene.lab.stepFunctions().executions().size();

    scene.passSlowly(Duration.ofDays(3).plusHours(5));

    List<Duration> reminders = scene.messages().stream()
        .filter(each -> "REMINDER".equals(each.request().attributes().get("kind")))
        .map(Published::at)
        .map(at -> Duration.between(told, at))
        .toList();
    Duration slack = Duration.ofMinutes(31);
    List<Duration> expected = List.of(
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofHours(28),
        Duration.ofHours(52),
        Duration.ofHours(76));
    assertThat(reminders).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(reminders.get(i)).isBetween(expected.get(i), expected.get(i).plus(slack));
    }
    assertThat(scene.lab.stepFunctions().executions())
        .as("a reminder starts no execution")
        .hasSize(executions);
    Truth.saysNothingTwice(scene);
  }

  @Test
  void stop_silences_the_reminders() {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1);
    scene.pass(Duration.ofMinutes(10));
    scene.command("stop");

    scene.passSlowly(Duration.ofDays(2));

    assertThat(scene.kinds()).containsExactly("PERSON_NEEDED");
  }

  /** SNS took the message, and the invocation died before it was marked as sent: the id tells that it is the same. */
  @Test
  void a_message_that_is_sent_again_keeps_its_id() {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1);
    scene.lab.functions().next("TellFunction", InvocationFault.dies(Point.after("Publish")));

    scene.pass(Duration.ofMinutes(20));

    assertThat(scene.lab.functions().struck()).isEqualTo(1);
    assertThat(scene.messageIds()).hasSize(2);
    assertThat(scene.messageIds().get(0)).isEqualTo(scene.messageIds().get(1));
    Truth.isAtRest(scene);
  }

  /** The repair sends while the sweep, which has read the same unsent message, stands still. */
  @Test
  void a_sweep_does_not_send_what_a_live_repair_is_about_to() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.repair();
    for (int i = 0; i < 120; i++) {
      scene.lab.sweep();
      scene.lab.run(Duration.ofSeconds(5));
    }

    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.kinds()).containsExactly("SEEN", "RECOVERED");
    Truth.holds(scene);
  }

  /** SNS refuses a subject of 100 characters or more. */
  @Test
  void sns_takes_every_message_whatever_the_name_of_the_store() {
    Scene scene = Scene.external("XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION", 1);
    scene.lab.kms().use(scene.lab.kms().switches().withUpdateOnFailed(true));
    scene.lab.events().lose(true);
    scene
        .lab
        .kms()
        .update(
            Scene.PERSON, UpdateRequest.name(Scene.STORE, "\u00e9".repeat(10) + "n".repeat(240)));

    scene.pass(Duration.ofMinutes(20));

    assertThat(scene.kinds()).containsExactly("PERSON_NEEDED");
    assertThat(String.valueOf(scene.messages().get(0).request().subject())).hasSize(99);
    Truth.isAtRest(scene);
  }

  @Test
  void the_attributes_let_a_subscriber_thread_the_messages() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.messages())
        .extracting(each -> each.request().attributes())
        .allSatisfy(each -> assertThat(each).containsOnlyKeys("messageId", "threadKey", "kind"));
    assertThat(scene.messages())
        .extracting(each -> each.request().attributes())
        .extracting((Map<String, String> each) -> each.get("threadKey"))
        .containsOnly(scene.lab.items().history().get(0).incident().id());
  }
}
