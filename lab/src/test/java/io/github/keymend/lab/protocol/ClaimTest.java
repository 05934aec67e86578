package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.lab.asl.run.ExecutionStatus;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.Switches;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.stage.fault.InvocationFault;
import io.github.keymend.lab.stage.fault.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol §2: one repair per store at a time, whatever triggers arrive. */
class ClaimTest {
  @Test
  void two_sweeps_a_person_and_an_event_at_the_same_moment_make_one_repair_and_one_thread() {
    // Given
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.lab.kms().use(Switches.DEFAULT.withUpdateOnFailed(true));
    scene.lab.events().deliver(input -> List.of(Duration.ZERO, Duration.ZERO));
    scene
        .lab
        .functions()
        .next(
            "SweepFunction",
            InvocationFault.goesOn(Point.before("StartExecution"), Duration.ofSeconds(1)));

    // When
    scene.lab.sweep();
    scene.lab.sweep();
    scene.repair();
    scene.lab.kms().update(Scene.PERSON, UpdateRequest.name(Scene.STORE, "renamed"));
    scene.pass(Duration.ofMinutes(40));

    // Then
    assertThat(scene.lab.functions().struck()).isEqualTo(1);
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.threads()).hasSize(1);
    assertThat(scene.kinds()).containsOnlyOnce("RECOVERED");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void a_trigger_that_finds_a_live_claim_leaves_a_note_and_ends() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.repair();
    scene.lab.run(Duration.ofSeconds(20));

    String second = scene.command("stop");
    scene.lab.run(Duration.ofSeconds(1));

    assertThat(scene.statusOf(second)).isEqualTo("SUCCEEDED");
    assertThat(scene.entered).endsWith("Left a note");
    assertThat(scene.item().notes()).hasSize(1);
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.acts()).isEmpty();
    assertThat(scene.parked()).isEqualTo(ParkReason.STOPPED);
  }

  /** The dead owner's invocation is still on its way to KMS: whoever took over now would not know of its call. */
  @Test
  void nobody_takes_over_while_a_call_of_the_dead_owner_may_be_under_way() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene
        .lab
        .functions()
        .next(
            "ConnectFunction",
            InvocationFault.goesOn(Point.before("ConnectCustomKeyStore"), Duration.ofSeconds(55)));
    scene.passUntil("the connect is under way", () -> scene.lab.functions().struck() == 1);
    scene
        .lab
        .stepFunctions()
        .executions()
        .forEach(each -> each.cutShort(new ExecutionStatus.Failed("States.Runtime", "")));
    String dead = Optional.ofNullable(scene.item().claim()).orElseThrow().owner();

    scene.repair();
    scene.lab.run(Duration.ofSeconds(30));

    assertThat(scene.item().claim()).extracting(Claim::owner).isEqualTo(dead);
    assertThat(scene.entered).endsWith("Left a note");
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  /** The answer of Park or Close is lost after it has given the claim back: repeating it is no lost claim. */
  @ParameterizedTest
  @ValueSource(strings = {"ParkFunction", "CloseFunction", "OpenFunction"})
  void a_step_that_did_its_work_and_died_before_it_answered_is_repeated_without_harm(
      String function) {
    Scene scene = Scene.external("XKS_PROXY_NOT_REACHABLE", function.startsWith("P") ? 2 : 1)
        .quick();
    scene.lab.functions().next(function, InvocationFault.dies(Point.end()));

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.lab.functions().struck()).isEqualTo(1);
    assertThat(scene.ended("FAILED")).isZero();
    assertThat(scene.lastNet()).isEmpty();
    assertThat(scene.kinds())
        .containsExactly("SEEN", function.startsWith("P") ? "GIVEN_UP" : "RECOVERED");
    assertThat(scene.ended("SUCCEEDED")).isEqualTo(1);
    Truth.isAtRest(scene);
  }

  @Test
  void after_three_starts_without_a_new_outcome_the_sweep_parks_and_tells() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene
        .lab
        .kms()
        .callFaults()
        .always(
            "DescribeCustomKeyStores",
            caller -> caller.name().contains("LookFunction"),
            CallFault.before(ServiceError.accessDenied("kms:DescribeCustomKeyStores")));

    scene.pass(Duration.ofHours(2));

    assertThat(scene.ended("FAILED")).isEqualTo(3);
    assertThat(scene.lastNet()).hasSize(3);
    assertThat(scene.parked()).isEqualTo(ParkReason.NO_PROGRESS);
    assertThat(scene.texts()).anyMatch(text -> text.contains("3 repairs in a row"));
    assertThat(scene.acts()).isEmpty();
    Truth.isAtRest(scene);
  }

  /** 55 minutes into its hour, CONNECTING: the repair ends by itself, and the next one goes on. */
  @Test
  void a_repair_that_has_no_time_left_parks_and_the_next_one_goes_on() {
    Scene scene = Scene.external("XKS_PROXY_NOT_REACHABLE", 1);
    scene.lab.kms().faults(Scene.STORE).slowDisconnects(Duration.ofMinutes(9), 1);
    scene.lab.kms().faults(Scene.STORE).slowConnects(Duration.ofMinutes(24), 3);
    Instant begin = scene.now();

    scene.passUntil("it is connected", () -> scene.kinds().contains("RECOVERED"));

    assertThat(scene.ended("TIMED_OUT")).isZero();
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(Duration.between(begin, scene.now())).isLessThan(Duration.ofMinutes(60));
    Truth.holds(scene);
  }

  @Test
  void a_memory_that_fails_for_ten_minutes_costs_no_act_and_no_message() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.passUntilAct("Disconnect", 1);
    scene.lab.memoryFaults().always("change", caller -> true, CallFault.lostBefore());
    scene.lab.run(Duration.ofMinutes(10));
    scene.lab.memoryFaults().clear("change");

    scene.pass(Duration.ofHours(1));

    assertThat(scene.effects("Disconnect")).isEqualTo(1);
    Truth.holds(scene);
    Truth.isAtRest(scene);
    assertThat(scene.state() == ConnectionState.CONNECTED
            || scene.parked() == ParkReason.DISCONNECTED_BY_WHOM)
        .isTrue();
  }
}
