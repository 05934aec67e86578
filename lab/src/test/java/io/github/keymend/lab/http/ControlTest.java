package io.github.keymend.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.http.control.Scenario;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.service.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control path: what it does to the stores, and what it refuses. */
class ControlTest extends ServerTest {
  private static final Caller ALICE = Caller.user("alice");

  @BeforeEach
  void nobodyHearsOfAlicesCalls() {
    lab.events().lose(true);
  }

  private StoreView payments() {
    return lab.kms().store(HSM).orElseThrow();
  }

  private void reconnect(String id) {
    lab.kms().disconnect(ALICE, id);
    minutes(6);
    lab.kms().connect(ALICE, id);
    minutes(21);
  }

  @Test
  void fail_makes_a_store_failed_now_and_as_many_connects_more_as_are_asked_for() {
    // When
    HttpResponse<String> answer =
        control("/stores/payments/fail", "{\"code\":\"NETWORK_ERRORS\",\"connects\":1}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(payments().errorCode()).isEqualTo("NETWORK_ERRORS");
    reconnect(HSM);
    assertThat(payments().errorCode()).isEqualTo("NETWORK_ERRORS");
    reconnect(HSM);
    assertThat(payments().state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void fix_ends_what_fails_until_it_is_fixed() {
    // Given
    control("/stores/payments/fail", "{\"code\":\"NETWORK_ERRORS\",\"connects\":-1}");
    reconnect(HSM);
    assertThat(payments().state()).isEqualTo(ConnectionState.FAILED);

    // When
    control("/stores/payments/fix", "{}");

    // Then
    reconnect(HSM);
    assertThat(payments().state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void a_password_changed_in_the_hsm_is_rejected_until_kms_is_told() {
    // Given
    lab.kms().disconnect(ALICE, HSM);
    minutes(6);

    // When
    control("/stores/" + HSM + "/password", "{\"password\":\"changed22\"}");

    // Then
    lab.kms().connect(ALICE, HSM);
    minutes(21);
    assertThat(payments().errorCode()).isEqualTo("INVALID_CREDENTIALS");
    assertThat(see("/stores").body())
        .contains("\"kmsHoldsThePassword\" : false")
        .doesNotContain("changed22");
  }

  @Test
  void while_kms_is_logged_in_its_password_cannot_be_changed() {
    HttpResponse<String> answer =
        control("/stores/payments/password", "{\"password\":\"changed22\"}");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("while KMS is logged in");
  }

  @Test
  void lock_and_login_have_their_codes() {
    lab.kms().disconnect(ALICE, HSM);
    minutes(6);
    control("/stores/payments/login", "");
    lab.kms().connect(ALICE, HSM);
    minutes(21);
    assertThat(payments().errorCode()).isEqualTo("USER_LOGGED_IN");

    control("/stores/payments/logout", "");
    control("/stores/payments/lock", "");
    reconnect(HSM);
    assertThat(payments().errorCode()).isEqualTo("USER_LOCKED_OUT");
  }

  @Test
  void a_connect_that_hangs_stays_connecting() {
    // When
    control("/stores/archive/hang", "{}");

    // Then
    reconnect(XKS);
    minutes(600);
    assertThat(lab.kms().store(XKS).orElseThrow().state()).isEqualTo(ConnectionState.CONNECTING);
  }

  @ParameterizedTest
  @CsvSource({"DISCONNECTED", "CONNECTING", "CONNECTED", "DISCONNECTING"})
  void state_brings_a_store_into_any_state(ConnectionState state) {
    control("/stores/archive/state", "{\"state\":\"" + state + "\"}");

    assertThat(lab.kms().store(XKS).orElseThrow().state()).isEqualTo(state);
  }

  @Test
  void the_clock_is_advanced_and_its_speed_changed() throws IOException {
    JsonNode answer = json(control("/clock", "{\"advance\":\"90m\",\"speed\":0.5}"));

    assertThat(answer.path("now").asText()).startsWith("2026-01-05T04:30:00");
    assertThat(answer.path("speed").asDouble()).isEqualTo(0.5);
  }

  @Test
  void incidents_and_messages_are_seen() throws IOException {
    // Given
    control("/stores/archive/fail", "{\"code\":\"XKS_PROXY_INVALID_CONFIGURATION\"}");
    lab.startSweeping();

    // When
    minutes(30);

    // Then
    JsonNode items = json(see("/incidents"));
    assertThat(items.findValuesAsText("customKeyStoreId")).contains(XKS);
    JsonNode messages = json(see("/messages"));
    assertThat(messages.get(0).path("subject").asText())
        .contains("XKS_PROXY_INVALID_CONFIGURATION");
    assertThat(messages.get(0).path("text").asText()).contains("archive");
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource(delimiter = ';', textBlock = """
      /stores/payments/fail;     {};                                 400; 'code' is missing
      /stores/payments/fail;     {"code":"XKS_PROXY_TIMED_OUT"};     400; never fails with XKS_PROXY_TIMED_OUT
      /stores/payments/fail;     {"code":"A","conects":1};           400; 'conects' is not known here
      /stores/payments/fail;     {"code":"A","connects":"1"};        400; 'connects' must be a whole number
      /stores/payments/fail;     [];                                 400; must be a JSON object
      /stores/payments/fail;     {;                                  400; not JSON
      /stores/payments/explode;  {};                                 404; there is no verb 'explode'
      /stores/other/fail;        {"code":"A"};                       404; there is no store 'other'
      /stores/payments/state;    {"state":"BROKEN"};                 400; must be one of
      /stores/payments/state;    {"state":"FAILED"};                 400; a code belongs to FAILED
      /stores/archive/lock;      {};                                 400; external key store
      /clock;                    {};                                 400; give 'advance', 'speed' or both
      /clock;                    {"advance":"soon"};                 400; must be a duration
      /clock;                    {"advance":"400d"};                 400; 31 days or less
      /clock;                    {"speed":-1};                       400; must be from 0
      /nowhere;                  {};                                 404; POST goes to
      """)
  void what_makes_no_sense_is_refused_with_what_would(
      String path, String body, int status, String text) throws IOException {
    HttpResponse<String> answer = control(path, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("error").asText()).contains(text);
  }

  @Test
  void a_store_whose_name_has_a_slash_and_a_blank_is_reached() {
    control("/stores", "{\"store\":\"a/b c+d:hsm\"}");

    assertThat(control("/stores/a%2Fb%20c+d/lock", "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_web_page_is_turned_away() {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(URI.create(server.uri() + "/_lab/stores/payments/lock"))
            .header("Origin", "https://example.com")
            .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(lab.kms().kmsUser(HSM).isLocked()).isFalse();
  }

  @Test
  void a_scenario_acts_when_its_time_has_come(@TempDir Path folder) throws IOException {
    // Given
    Path file = folder.resolve("scenario.yaml");
    Files.writeString(file, """
        stores: ["a:hsm", "b:xks:FAILED:XKS_PROXY_TIMED_OUT"]
        acts:
          - { after: 10m, store: payments, do: fail, code: NETWORK_ERRORS }
        """);
    Scenario scenario = Scenario.read(file);
    server.world().call(() -> {
      scenario.schedule(lab, server.controls());
      return true;
    });

    // Then
    assertThat(scenario.stores()).hasSize(2);
    minutes(9);
    assertThat(payments().state()).isEqualTo(ConnectionState.CONNECTED);
    minutes(1);
    assertThat(payments().state()).isEqualTo(ConnectionState.FAILED);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
