package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.ProjectFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls on a store start a repair, and with what input. */
class StoreEventRulesTest {
  private static final Triggers TRIGGERS =
      Triggers.of(DeployedTemplate.by(Deployments.repairing()));
  private static final String TOUCHED = "SomebodyTouchedAStore";
  private static final String FAILED = "SomebodyFailedToDisconnect";

  private static List<String> rules(Triggers triggers, JsonNode event) {
    return triggers.deliveries(event).stream().map(it -> it.rule().name()).toList();
  }

  private static boolean touched(JsonNode event) {
    return rules(TRIGGERS, event).contains(TOUCHED);
  }

  private static boolean failed(JsonNode event) {
    return rules(TRIGGERS, event).contains(FAILED);
  }

  private static JsonNode by(String arn, String sample) {
    ObjectNode event = (ObjectNode) ProjectFiles.event(sample);
    event.withObject("/detail/userIdentity").put("arn", arn);
    return event;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloudtrail-connect", "cloudtrail-update", "cloudtrail-disconnect"})
  void an_accepted_call_on_a_store_starts_a_repair_by_one_rule(String sample) {
    JsonNode event = ProjectFiles.event(sample);

    assertThat(touched(event)).isTrue();
    assertThat(failed(event)).isFalse();
  }

  @Test
  void a_refused_disconnect_starts_a_repair_by_the_other_rule() {
    JsonNode event = ProjectFiles.event("cloudtrail-disconnect-refused");

    assertThat(touched(event)).isFalse();
    assertThat(failed(event)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloudtrail-connect", "cloudtrail-update"})
  void a_refused_connect_or_update_starts_nothing(String sample) {
    // Given
    ObjectNode event = (ObjectNode) ProjectFiles.event(sample);

    // When
    event.withObject("/detail").put("errorCode", "CustomKeyStoreInvalidStateException");

    // Then
    assertThat(touched(event)).isFalse();
    assertThat(failed(event)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ConnectFunctionRole", "DisconnectFunctionRole", "CorrectFunctionRole"})
  void what_keymend_itself_did_starts_nothing(String role) {
    String caller = "arn:aws:sts::111122223333:assumed-role/keymend-" + role + "/keymend-function";

    assertThat(touched(by(caller, "cloudtrail-connect"))).isFalse();
    assertThat(touched(by(caller, "cloudtrail-update"))).isFalse();
    assertThat(touched(by(caller, "cloudtrail-disconnect"))).isFalse();
    assertThat(failed(by(caller, "cloudtrail-disconnect-refused"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:root",
        "arn:aws:iam::111122223333:user/operator",
        "arn:aws:sts::111122223333:assumed-role/key-administrators/on-call",
        "arn:aws:sts::111122223333:federated-user/operator",
        "arn:aws:sts::111122223333:assumed-role/keymend-ConnectFunctionRole2/look-alike",
        "arn:aws:sts::444455556666:assumed-role/keymend-ConnectFunctionRole/another-account"
      })
  void everybody_else_starts_a_repair(String caller) {
    assertThat(touched(by(caller, "cloudtrail-connect"))).isTrue();
    assertThat(failed(by(caller, "cloudtrail-disconnect-refused"))).isTrue();
  }

  @Test
  void in_another_partition_our_own_roles_are_told_apart_too() {
    // Given
    var triggers = Triggers.of(DeployedTemplate.by(Deployments.in("aws-us-gov", "us-gov-west-1")));

    // When
    JsonNode ours = by(
        "arn:aws-us-gov:sts::111122223333:assumed-role/keymend-ConnectFunctionRole/x",
        "cloudtrail-connect");
    JsonNode theirs = by("arn:aws-us-gov:iam::111122223333:user/operator", "cloudtrail-connect");

    // Then
    assertThat(rules(triggers, ours)).isEmpty();
    assertThat(rules(triggers, theirs)).containsExactly(TOUCHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CreateCustomKeyStore",
        "DeleteCustomKeyStore",
        "DescribeCustomKeyStores",
        "ScheduleKeyDeletion"
      })
  void other_calls_start_nothing(String call) {
    ObjectNode event = (ObjectNode) ProjectFiles.event("cloudtrail-connect");
    event.withObject("/detail").put("eventName", call);

    assertThat(touched(event)).isFalse();
    assertThat(failed(event)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "cloudtrail-connect, ConnectCustomKeyStore, 2026-03-01T08:00:03Z, arn:aws:iam::111122223333:user/operator, 1",
    "cloudtrail-update, UpdateCustomKeyStore, 2026-03-01T08:04:17Z, arn:aws:sts::111122223333:assumed-role/key-administrators/on-call, 2",
    "cloudtrail-disconnect, DisconnectCustomKeyStore, 2026-03-01T08:02:41Z, arn:aws:sts::111122223333:assumed-role/key-administrators/on-call, 3"
  })
  void the_input_says_which_store_what_when_and_by_whom(
      String sample, String name, String time, String by, int number) {
    JsonNode input = TRIGGERS.rule(TOUCHED).input(ProjectFiles.event(sample));

    assertThat(input.toString()).isEqualTo("""
            {"source":"event","customKeyStoreId":"cks-1234567890abcdef0","eventName":"%s","eventTime":"%s","by":"%s",\
            "eventId":"10000000-0000-4000-8000-00000000000%d"}""".formatted(name, time, by, number));
  }

  @Test
  void the_input_of_a_refused_disconnect_also_says_the_error() {
    JsonNode event = ProjectFiles.event("cloudtrail-disconnect-refused");

    JsonNode input = TRIGGERS.rule(FAILED).input(event);

    assertThat(input.toString()).isEqualTo("""
            {"source":"event","customKeyStoreId":"cks-1234567890abcdef0","eventName":"DisconnectCustomKeyStore",\
            "eventTime":"2026-03-01T08:02:09Z","by":"arn:aws:iam::111122223333:user/operator",\
            "eventId":"10000000-0000-4000-8000-000000000004","errorCode":"CustomKeyStoreInvalidStateException"}""");
  }
}
