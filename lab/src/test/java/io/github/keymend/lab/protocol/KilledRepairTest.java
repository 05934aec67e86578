package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.lab.stage.fault.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Protocol §2: the owner that ended FAILED or TIMED_OUT is taken over and resumed; ABORTED means stop. At every state of
 * the workflow as it is deployed.
 */
class KilledRepairTest {
  private static final Map<Way, Set<String>> ENTERED = new EnumMap<>(Way.class);

  private static Set<String> statesOf(Way way) {
    return ENTERED.computeIfAbsent(way, each -> {
      Scene scene = each.begin();
      scene.pass(each.lasts);
      return new HashSet<>(scene.entered);
    });
  }

  static Set<String> states() {
    return Lab.workflow(LabSettings.deployedWorkflow()).states().keySet();
  }

  /** Each state once: in the first way that enters it. */
  static Stream<Arguments> everyState() {
    return states().stream()
        .flatMap(state -> Stream.of(Way.values())
            .filter(way -> statesOf(way).contains(state))
            .limit(1)
            .flatMap(way -> Stream.of(Side.values()).map(side -> Arguments.of(way, side, state))));
  }

  /** The states that a correction adds or meets in another way than a retry. */
  static Stream<Arguments> everyActOfACorrection() {
    return Stream.of("Disconnect", "Connect", "Close")
        .flatMap(state ->
            Stream.of(Side.values()).map(side -> Arguments.of(Way.A_CORRECTION, side, state)));
  }

  /** To keymend a time-out is a failure; both are told apart from an abort by their status alone. */
  static Stream<Arguments> everyStateFromBefore() {
    return everyState().filter(each -> each.get()[1] == Side.BEFORE);
  }

  /** A claim that was lost was not the aborted repair's any more. */
  static Stream<Arguments> everyStateWithItsOwnClaim() {
    return everyState().filter(each -> each.get()[0] != Way.A_CLAIM_LOST);
  }

  @Test
  void the_ways_enter_every_state_of_the_deployed_workflow() {
    Set<String> entered = new HashSet<>();
    for (Way way : Way.values()) {
      entered.addAll(statesOf(way));
    }
    assertThat(entered).isEqualTo(states());
  }

  @ParameterizedTest
  @MethodSource({"everyState", "everyActOfACorrection"})
  void a_repair_that_failed_is_resumed(Way way, Side side, String state) {
    Scene scene = way.begin();
    scene.lab.stepFunctions().faults().fail(side, state, 1);

    scene.pass(way.lasts);

    endsAsIfNothingHadHappened(way, scene);
  }

  @ParameterizedTest
  @MethodSource("everyStateFromBefore")
  void a_repair_that_timed_out_is_resumed(Way way, Side side, String state) {
    Scene scene = way.begin();
    scene.lab.stepFunctions().faults().timeOut(side, state, 1);

    scene.pass(way.lasts);

    endsAsIfNothingHadHappened(way, scene);
  }

  static Stream<Integer> everyStepOfARetry() {
    return IntStream.rangeClosed(1, 10).boxed();
  }

  @ParameterizedTest
  @MethodSource("everyStepOfARetry")
  void a_repair_that_failed_at_its_nth_look_is_resumed(int nth) {
    Scene scene = Way.A_RETRY.begin();
    scene.lab.stepFunctions().faults().fail(Side.AFTER, "Look", nth);

    scene.pass(Way.A_RETRY.lasts);

    endsAsIfNothingHadHappened(Way.A_RETRY, scene);
  }

  private static void endsAsIfNothingHadHappened(Way way, Scene scene) {
    Truth.holds(scene);
    Truth.isAtRest(scene);
    assertThat(scene.state()).isEqualTo(way.state);
    assertThat(scene.parked()).isEqualTo(way.parked);
    assertThat(scene.kinds()).containsAll(way.kinds);
    long bad = scene.ended("FAILED") + scene.ended("TIMED_OUT");
    assertThat(scene.lastNet()).as("told without our code").hasSize((int) bad);
    assertThat(scene.actNames()).isEqualTo(way.acts);
  }

  @ParameterizedTest
  @MethodSource("everyStateWithItsOwnClaim")
  void a_repair_that_was_aborted_makes_no_further_act_and_a_person_is_told(
      Way way, Side side, String state) {
    Scene scene = way.begin();
    scene.lab.stepFunctions().faults().abort(side, state, 1);
    scene.passUntil(
        "aborted or over", () -> scene.ended("ABORTED") > 0 || scene.hasLasted(way.lasts));
    boolean claimed = scene
        .lab
        .item(Scene.STORE)
        .map(StoreItem::claim)
        .filter(claim -> scene.statusOf(claim.owner()).equals("ABORTED"))
        .isPresent();
    Instant aborted = scene.now();

    scene.pass(way.lasts);

    Truth.holds(scene);
    Truth.isAtRest(scene);
    if (!claimed) {
      // It had not begun, or its work was done: the rest is as it was.
      assertThat(scene.state()).isEqualTo(way.state);
      assertThat(scene.parked()).isEqualTo(way.parked);
      return;
    }
    assertThat(scene.acts()).extracting(CallRecord::at).allMatch(at -> !at.isAfter(aborted));
    if (scene.state() != ConnectionState.CONNECTED) {
      assertThat(scene.parked()).isEqualTo(ParkReason.ABORTED);
      assertThat(scene.kinds()).contains("GIVEN_UP");
    }
  }
}
