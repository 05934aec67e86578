package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.port.StoreItems.Change;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that the operator excludes, with all of keymend around it. */
class ExcludedStoreTest {
  private static final String CODE = "XKS_PROXY_TIMED_OUT";
  private final Scene scene =
      Scene.external(LabSettings.repairing().excluding(Scene.STORE), CODE, 1).quick();

  /** keymend had disconnected the store, and then the stack was deployed anew with the store excluded. */
  private void disconnectedByUsBefore() {
    scene
        .lab
        .kms()
        .disconnect(
            Caller.role("keymend-DisconnectFunctionRole", "DisconnectFunction"), Scene.STORE);
    Identity identity =
        new Identity(Scene.STORE, "orders", StoreType.EXTERNAL_KEY_STORE, "a proxy");
    scene.lab.items().change(identity, item -> Change.of(open(item), true));
    scene.lab.run(Duration.ofMinutes(1));
  }

  private StoreItem open(StoreItem item) {
    Seen seen =
        Seen.first(io.github.keymend.domain.store.ConnectionState.DISCONNECTED, null, scene.now());
    Cause cause = new Cause(Cause.Kind.CODE, CODE);
    return item.withSeen(seen)
        .withOurs(Ours.OURS)
        .withIncident(Incident.open(Scene.STORE + "@1.1", scene.now(), Opening.FAILED, cause));
  }

  @Test
  void neither_the_sweep_nor_an_event_touches_it_or_remembers_it() {
    // When
    scene.pass(Duration.ofMinutes(20));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.pass(Duration.ofMinutes(20));

    // Then
    assertThat(scene.acts()).isEmpty();
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.lab.item(Scene.STORE)).isEmpty();
    assertThat(scene.entered).contains("Not in our care");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connect", "resume", "stop", "reset"})
  void a_command_on_it_is_refused_with_the_list_that_says_so(String command) {
    // When
    String arn = scene.command(command);
    scene.pass(Duration.ofMinutes(10));

    // Then
    assertThat(scene.statusOf(arn)).isEqualTo("FAILED");
    assertThat(scene.lab.stepFunctions().describeExecution(arn).error())
        .isEqualTo("io.github.keymend.step.NotInCareException");
    assertThat(scene.lab.stepFunctions().describeExecution(arn).cause())
        .contains(Scene.STORE
            + " is not in keymend's care: the stack's parameter ExcludedStores names it.");
    assertThat(scene.lastNet()).hasSize(1);
    assertThat(scene.lab.item(Scene.STORE)).isEmpty();
  }

  @Test
  void a_store_that_is_not_named_to_be_mended_says_so_too() {
    // Given
    Scene other =
        Scene.external(LabSettings.repairing().caringFor("cks-00000000000000000"), CODE, 1);

    // When
    String arn = other.command("connect");
    other.pass(Duration.ofMinutes(1));

    // Then
    assertThat(other.lab.stepFunctions().describeExecution(arn).cause())
        .contains("the stack's parameter Stores does not name it");
  }

  @Test
  void a_store_that_we_left_disconnected_is_told_of_and_nobody_connects_it() {
    // Given
    disconnectedByUsBefore();

    // When
    scene.pass(Duration.ofMinutes(50));

    // Then
    assertThat(scene.kinds()).containsExactly("PERSON_NEEDED");
    assertThat(scene.lastMessage())
        .contains("keymend disconnected the store to repair it, and it is not connected again.");
    assertThat(scene.parked()).isEqualTo(ParkReason.NOT_IN_CARE);
    assertThat(scene.acts()).extracting(call -> call.call().operation()).hasSize(1);
    assertThat(scene.state()).isEqualTo(ConnectionState.DISCONNECTED);
    scene.pass(Duration.ofHours(1));
    assertThat(scene.kinds()).containsExactly("PERSON_NEEDED", "REMINDER");
  }

  @Test
  void its_incident_ends_when_a_person_connects_it() {
    // Given
    disconnectedByUsBefore();
    scene.pass(Duration.ofMinutes(20));

    // When
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);
    scene.pass(Duration.ofMinutes(40));

    // Then
    assertThat(scene.kinds()).containsExactly("PERSON_NEEDED", "RECOVERED");
    assertThat(scene.incident()).isEmpty();
    Truth.isAtRest(scene);
  }

  /** Else it would be connected as ours when the store is given back. */
  @Test
  void who_else_disconnects_it_is_still_heard() {
    // Given
    disconnectedByUsBefore();
    scene.pass(Duration.ofMinutes(20));

    // When
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(1));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(4));

    // Then
    assertThat(scene.item().ours()).isEqualTo(Ours.NONE);
  }

  @Test
  void a_stop_silences_what_is_still_open() {
    // Given
    disconnectedByUsBefore();
    scene.pass(Duration.ofMinutes(20));

    // When
    String stop = scene.command("stop");
    scene.pass(Duration.ofHours(6));

    // Then
    assertThat(scene.statusOf(stop)).isEqualTo("SUCCEEDED");
    assertThat(scene.kinds()).doesNotContain("REMINDER");
  }
}
