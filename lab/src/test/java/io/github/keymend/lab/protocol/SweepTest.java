package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.KnownErrorCode;
import io.github.keymend.lab.kms.StoreType;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.lab.stage.fault.InvocationFault;
import io.github.keymend.lab.stage.fault.Point;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol §8: what the sweep starts, and what it leaves alone. */
class SweepTest {
  private static long starts(Scene scene) {
    return scene.lab.aws().stepFunctionsCalls().stream()
        .filter(call -> call.call().operation().equals("StartExecution"))
        .count();
  }

  @Test
  void an_idle_sweep_starts_nothing() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.lab.kms().connectNow(Scene.STORE);

    scene.passSlowly(Duration.ofDays(1));

    assertThat(starts(scene)).isZero();
    assertThat(scene.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XKS_PROXY_ACCESS_DENIED", "XKS_PROXY_INVALID_CONFIGURATION"})
  void a_parked_incident_that_is_not_due_is_left_alone(String code) {
    Scene scene = Scene.external(code, 1);

    scene.passSlowly(Duration.ofDays(1));

    assertThat(starts(scene)).isEqualTo(1);
  }

  @Test
  void a_store_whose_state_is_not_the_one_it_was_parked_with_is_looked_at() {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1).quick();
    scene.lab.events().lose(true);
    scene.pass(Duration.ofMinutes(30));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.pass(Duration.ofMinutes(6));
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);

    scene.pass(Duration.ofMinutes(20));

    assertThat(scene.incident()).isEmpty();
    assertThat(scene.kinds()).endsWith("RECOVERED");
    assertThat(scene.acts()).isEmpty();
  }

  @Test
  void without_sweeps_an_event_starts_the_repair() {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1).quick();
    scene.lab.loseSweeps(true);
    scene.lab.kms().faults(Scene.STORE).fixed("XKS_PROXY_ACCESS_DENIED");
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(1));
    scene.lab.kms().faults(Scene.STORE).failConnects("XKS_PROXY_ACCESS_DENIED", 1);
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.kinds()).contains("PERSON_NEEDED");
  }

  @Test
  void duplicated_reordered_and_late_events_change_nothing() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene
        .lab
        .events()
        .deliver(input -> input.path("eventName").asText().startsWith("Disconnect")
            ? List.of(Duration.ofMinutes(9), Duration.ofMinutes(14), Duration.ofMinutes(30))
            : List.of(Duration.ofMinutes(1), Duration.ofMinutes(12)));
    scene.lab.sweep();
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofSeconds(30));
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);

    scene.pass(Duration.ofHours(1));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.incident()).isEmpty();
    assertThat(scene.messages()).isEmpty();
    Truth.isAtRest(scene);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeCustomKeyStores", "find", "change", "all", "StartExecution"})
  void two_sweeps_that_interleave_anywhere_start_one_repair(String where) {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene
        .lab
        .functions()
        .next("SweepFunction", InvocationFault.goesOn(Point.after(where), Duration.ofSeconds(40)));
    scene.lab.sweep();
    scene.lab.run(Duration.ofSeconds(15));
    scene.lab.sweep();

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.lab.functions().struck()).isEqualTo(1);
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.kinds()).containsExactly("SEEN", "RECOVERED");
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DescribeCustomKeyStores", "find", "change", "all", "StartExecution", "Publish"})
  void a_sweep_that_dies_anywhere_is_made_good_by_the_next(String where) {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    for (int i = 1; i < 8; i++) {
      scene.lab.functions().nth("SweepFunction", i, InvocationFault.dies(Point.after(where)));
    }

    scene.pass(Duration.ofMinutes(90));

    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void one_store_that_cannot_be_dealt_with_keeps_the_sweep_from_no_other() {
    Scene scene = Scene.external(Scene.correcting(), "INVALID_CREDENTIALS", 1);
    scene.pass(Duration.ofMinutes(20));
    assertThat(scene.parked()).isEqualTo(ParkReason.NO_NEW_SECRET);
    scene
        .lab
        .aws()
        .secrets()
        .callFaults()
        .always(
            "ListSecretVersionIds",
            caller -> true,
            CallFault.denied("secretsmanager:ListSecretVersionIds"));
    String other = scene.lab.kms().addXksStore("invoices");
    scene.lab.kms().faults(other).failConnects("XKS_PROXY_TIMED_OUT", 1);
    scene.lab.kms().connectNow(other);

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.lab.kms().store(other).orElseThrow().state())
        .isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.lab.item(other).orElseThrow().incident()).isNull();
  }

  @Test
  void step_functions_failing_for_an_hour_costs_an_hour_and_no_more() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene
        .lab
        .aws()
        .stepFunctionsFaults()
        .always("StartExecution", caller -> true, CallFault.throttled());
    scene.pass(Duration.ofHours(1));
    assertThat(scene.acts()).isEmpty();
    scene.lab.aws().stepFunctionsFaults().clear("StartExecution");

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.isAtRest(scene);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_reminder_is_sent_although_the_secret_or_the_repair_cannot_be_reached(boolean secret) {
    Scene scene = Scene.external(Scene.correcting(), "INVALID_CREDENTIALS", 1);
    scene.pass(Duration.ofMinutes(20));
    if (secret) {
      scene
          .lab
          .aws()
          .secrets()
          .callFaults()
          .always(
              "ListSecretVersionIds",
              caller -> true,
              CallFault.denied("secretsmanager:ListSecretVersionIds"));
    } else {
      scene.putProxyCredential();
      scene
          .lab
          .aws()
          .stepFunctionsFaults()
          .always("StartExecution", caller -> true, CallFault.throttled());
    }

    scene.pass(Duration.ofMinutes(70));

    assertThat(scene.kinds()).containsExactly("PERSON_NEEDED", "REMINDER");
  }

  /** All codes, each a while after the other: each store gets its own incident, and nobody's trouble is another's. */
  @Test
  void ten_stores_that_fail_one_after_the_other_have_each_a_thread_of_its_own() {
    Lab lab = new Lab(LabSettings.repairing(), (arn, event) -> {});
    lab.startSweeping();
    for (KnownErrorCode code : KnownErrorCode.of(StoreType.EXTERNAL_KEY_STORE)) {
      String id = lab.kms().addXksStore(code.name());
      lab.kms().faults(id).failConnects(code.name(), 1);
      lab.kms().connectNow(id);
      lab.run(Duration.ofMinutes(20));
    }

    lab.run(Duration.ofMinutes(50));

    assertThat(lab.stepFunctions().executions()).hasSize(11);
    assertThat(lab.aws().sns().published())
        .extracting(each -> String.valueOf(each.request().attributes().get("threadKey")))
        .hasSizeGreaterThanOrEqualTo(11)
        .extracting(thread -> thread.substring(0, 21))
        .containsAll(lab.kms().stores().stream().map(store -> store.id()).toList());
    assertThat(lab.kms().calls())
        .filteredOn(call -> Scene.isOurs(call.call().caller()))
        .filteredOn(call -> !call.call().operation().startsWith("Describe"))
        .extracting(CallRecord::accepted)
        .containsOnly(true);
  }
}
