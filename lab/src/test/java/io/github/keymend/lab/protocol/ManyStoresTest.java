package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.lab.stage.fault.InvocationFault;
import io.github.keymend.lab.stage.fault.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many stores fail at once: no act on any, one message, and a person's reset gives them all back. */
class ManyStoresTest {
  private static final String CODE = "XKS_PROXY_TIMED_OUT";
  private final Scene scene = Scene.external(CODE, 1).quick();
  private final List<String> stores = new ArrayList<>(List.of(Scene.STORE));

  private String fails(String name) {
    String id = scene.lab.kms().addXksStore(name);
    scene.lab.kms().faults(id).failConnects(CODE, 1);
    scene.lab.kms().connectNow(id);
    stores.add(id);
    return id;
  }

  private List<ConnectionState> states() {
    return stores.stream()
        .map(id -> scene.lab.kms().store(id).orElseThrow().state())
        .toList();
  }

  private List<ParkReason> reasons() {
    return stores.stream()
        .flatMap(id -> scene.lab.item(id).stream())
        .map(StoreItem::openIncident)
        .map(Incident::parked)
        .map(Parked::reason)
        .toList();
  }

  @Test
  void three_that_fail_at_once_are_left_alone_and_a_person_is_told_once() {
    // Given
    fails("invoices");
    fails("payments");

    // When
    scene.pass(Duration.ofMinutes(50));

    // Then
    assertThat(scene.acts()).isEmpty();
    assertThat(scene.kinds()).containsExactly("BREAKER_OPENED");
    assertThat(scene.lastMessage())
        .contains("orders (")
        .contains("invoices (")
        .contains("payments (");
    assertThat(reasons()).hasSize(3).containsOnly(ParkReason.BREAKER_OPEN);
    scene.pass(Duration.ofMinutes(60));
    assertThat(scene.kinds()).containsExactly("BREAKER_OPENED", "REMINDER");
    Truth.saysNothingTwice(scene);
  }

  @Test
  void after_the_reset_all_are_repaired_within_minutes() {
    // Given
    fails("invoices");
    fails("payments");
    scene.pass(Duration.ofMinutes(30));

    // When
    String reset = scene.lab.resetBreaker();
    scene.pass(Duration.ofMinutes(30));

    // Then
    assertThat(scene.statusOf(reset)).isEqualTo("SUCCEEDED");
    assertThat(scene.entered).contains("Tell of the reset", "Reset");
    assertThat(states()).containsOnly(ConnectionState.CONNECTED);
    assertThat(scene.kinds().subList(0, 2)).containsExactly("BREAKER_OPENED", "BREAKER_CLOSED");
    assertThat(scene.kinds().subList(2, scene.kinds().size()))
        .containsExactlyInAnyOrder("SEEN", "SEEN", "SEEN", "RECOVERED", "RECOVERED", "RECOVERED");
    Truth.saysNothingTwice(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void a_reset_of_nothing_is_answered_at_once_and_touches_no_store() {
    // When
    String reset = scene.lab.resetBreaker();
    scene.lab.run(Duration.ofSeconds(10));

    // Then
    assertThat(scene.statusOf(reset)).isEqualTo("SUCCEEDED");
    assertThat(scene.lastMessage()).contains("is not open: there was nothing to reset");
    assertThat(scene.lab.item(Scene.STORE)).isEmpty();
    assertThat(scene.lab.kms().calls()).isEmpty();
  }

  @Test
  void mended_by_hand_it_closes_by_itself_and_a_later_failure_is_repaired() {
    // Given
    fails("invoices");
    fails("payments");
    scene.pass(Duration.ofMinutes(30));

    // When
    stores.forEach(id -> scene.lab.kms().connectNow(id));
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.kinds()).endsWith("BREAKER_CLOSED");
    scene.fail(CODE, 1);
    scene.pass(Duration.ofMinutes(30));

    // Then
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
  }

  /** The first of them is in its pause: the attempt was begun, and its disconnect is not made any more. */
  @Test
  void an_attempt_that_was_begun_before_is_not_made_after() {
    // Given a pause of five minutes
    Scene first = Scene.external("XKS_PROXY_NOT_REACHABLE", 1).quick();
    first.passUntil("an attempt begun", () -> first.kinds().contains("SEEN"));
    for (String name : List.of("invoices", "payments")) {
      String id = first.lab.kms().addXksStore(name);
      first.lab.kms().faults(id).failConnects(CODE, 1);
      first.lab.kms().connectNow(id);
    }

    // When
    first.lab.sweep();
    first.pass(Duration.ofMinutes(40));

    // Then
    assertThat(first.acts()).isEmpty();
    assertThat(first.parked()).isEqualTo(ParkReason.BREAKER_OPEN);
    assertThat(first.kinds()).containsExactly("SEEN", "BREAKER_OPENED");
  }

  @Test
  void a_store_that_was_disconnected_before_is_connected_to_its_end() {
    // Given
    scene.passUntilAct("Disconnect", 1);
    fails("invoices");
    fails("payments");
    scene.lab.sweep();
    assertThat(scene.lab.breaker().isOpen()).isTrue();

    // When
    scene.pass(Duration.ofMinutes(20));

    // Then
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
  }

  /** Without a sweep, repairs that events have started see each other when they diagnose. */
  @Test
  void repairs_that_events_have_started_open_it_between_two_sweeps() {
    // Given a person connects three stores, and all fail
    stores.add(scene.lab.kms().addXksStore("invoices"));
    stores.add(scene.lab.kms().addXksStore("payments"));
    scene.lab.loseSweeps(true);
    scene.lab.kms().faults(Scene.STORE).failConnects(CODE, 1);
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(2));
    for (String id : stores) {
      scene.lab.kms().faults(id).failConnects(CODE, 1);
      scene.lab.kms().connect(Scene.PERSON, id);
    }

    // When
    scene.lab.run(Duration.ofMinutes(10));

    // Then
    assertThat(scene.lab.breaker().isOpen()).isTrue();
    assertThat(scene.kinds()).contains("BREAKER_OPENED");
    assertThat(scene.acts()).isEmpty();
    scene.lab.loseSweeps(false);
    scene.pass(Duration.ofMinutes(40));
    assertThat(scene.acts()).isEmpty();
    Truth.saysNothingTwice(scene);
  }

  @Test
  void a_person_who_resumes_one_store_gets_that_one_repaired() {
    // Given
    fails("invoices");
    fails("payments");
    scene.pass(Duration.ofMinutes(30));

    // When
    scene.command("resume");
    scene.pass(Duration.ofMinutes(20));

    // Then
    assertThat(states())
        .containsExactly(ConnectionState.CONNECTED, ConnectionState.FAILED, ConnectionState.FAILED);
    assertThat(scene.lab.breaker().isOpen()).isTrue();
  }

  /** What cannot be read may be open. */
  @Test
  void a_breaker_that_cannot_be_read_forbids_the_disconnect() {
    // Given it answers the sweep and the diagnosis, and not the step that disconnects
    scene
        .lab
        .memoryFaults()
        .always(
            "findBreaker",
            caller -> caller.name().contains("DisconnectFunction"),
            CallFault.throttled());

    // When
    scene.pass(Duration.ofMinutes(20));

    // Then
    assertThat(scene.acts()).isEmpty();
    assertThat(scene.kinds()).contains("GIVEN_UP");
  }

  @Test
  void a_breaker_that_cannot_be_judged_keeps_the_sweep_from_no_store() {
    // Given
    scene
        .lab
        .memoryFaults()
        .always(
            "changeBreaker",
            caller -> caller.name().contains("SweepFunction"),
            CallFault.throttled());

    // When
    scene.pass(Duration.ofMinutes(20));

    // Then
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changeBreaker", "findBreaker", "Publish"})
  void two_sweeps_that_interleave_anywhere_tell_it_once(String where) {
    // Given
    fails("invoices");
    fails("payments");
    scene
        .lab
        .functions()
        .next("SweepFunction", InvocationFault.goesOn(Point.after(where), Duration.ofSeconds(40)));
    scene.lab.sweep();
    scene.lab.run(Duration.ofSeconds(15));

    // When
    scene.lab.sweep();
    scene.pass(Duration.ofMinutes(20));

    // Then
    assertThat(scene.lab.functions().struck()).isEqualTo(1);
    assertThat(scene.kinds()).containsExactly("BREAKER_OPENED");
    assertThat(scene.acts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"changeBreaker", "findBreaker"})
  void a_sweep_that_dies_anywhere_is_made_good_by_the_next(String where) {
    // Given
    fails("invoices");
    fails("payments");
    scene.lab.functions().next("SweepFunction", InvocationFault.dies(Point.after(where)));

    // When
    scene.pass(Duration.ofMinutes(30));

    // Then
    assertThat(scene.kinds()).containsExactly("BREAKER_OPENED");
    assertThat(scene.acts()).isEmpty();
  }

  @Test
  void what_sns_does_not_take_the_next_sweep_sends() {
    // Given
    fails("invoices");
    fails("payments");
    scene.lab.aws().sns().callFaults().always("Publish", caller -> true, CallFault.throttled());
    scene.pass(Duration.ofMinutes(12));
    assertThat(scene.messages()).isEmpty();

    // When
    scene.lab.aws().sns().callFaults().clear("Publish");
    scene.pass(Duration.ofMinutes(6));

    // Then
    assertThat(scene.kinds()).containsExactly("BREAKER_OPENED");
  }

  @Test
  void in_observe_mode_it_is_told_and_nothing_else_changes() {
    Scene observed = Scene.external(LabSettings.repairing().in("observe"), CODE, 1);
    for (String name : List.of("invoices", "payments")) {
      String id = observed.lab.kms().addXksStore(name);
      observed.lab.kms().faults(id).failConnects(CODE, 1);
      observed.lab.kms().connectNow(id);
    }

    observed.pass(Duration.ofMinutes(30));

    assertThat(observed.kinds()).containsExactly("BREAKER_OPENED");
    assertThat(observed.acts()).isEmpty();
  }
}
