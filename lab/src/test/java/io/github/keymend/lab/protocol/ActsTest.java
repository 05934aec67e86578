package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.lab.stage.fault.InvocationFault;
import io.github.keymend.lab.stage.fault.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol §4: intent, look, one call, outcome. */
class ActsTest {
  private static ServiceError internal() {
    return new ServiceError("KMSInternalException", 500, "lab: internal");
  }

  static Stream<Arguments> everyPointOfEveryAct() {
    return Stream.of("Disconnect", "Update", "Connect").flatMap(act -> {
      String call = act + "CustomKeyStore";
      return Stream.of(Point.start(), Point.before(call), Point.after(call), Point.end())
          .map(point -> Arguments.of(act, point));
    });
  }

  private static String function(String act) {
    return act.equals("Update") ? "CorrectFunction" : act + "Function";
  }

  private static Scene correction() {
    Scene scene = Scene.external(Scene.correcting(), "INVALID_CREDENTIALS", 1).quick();
    scene.putProxyCredential();
    return scene;
  }

  /** Without its outcome nobody knows of the call: whoever finds the intent looks, and never calls again at once. */
  @ParameterizedTest
  @MethodSource("everyPointOfEveryAct")
  void an_invocation_that_dies_leaves_an_intent_and_nobody_calls_again(String act, Point point) {
    Scene scene = correction();
    scene.lab.functions().next(function(act), InvocationFault.dies(point));

    scene.pass(Duration.ofMinutes(50));

    assertThat(scene.lab.functions().struck()).isEqualTo(1);
    endsWellOrWithAPerson(
        scene, act.equals("Disconnect") && point.equals(Point.after("DisconnectCustomKeyStore")));
  }

  /** Step Functions loses sight of the first invocation and starts another one, which finds the intent of the first. */
  @ParameterizedTest
  @MethodSource("everyPointOfEveryAct")
  void two_invocations_of_the_same_step_make_one_call(String act, Point point) {
    Scene scene = correction();
    scene
        .lab
        .functions()
        .next(function(act), InvocationFault.goesOn(point, Duration.ofSeconds(50)));

    scene.pass(Duration.ofMinutes(50));

    assertThat(scene.lab.functions().struck()).isEqualTo(1);
    endsWellOrWithAPerson(scene, false);
  }

  private static void endsWellOrWithAPerson(Scene scene, boolean person) {
    assertThat(scene.effects("Disconnect")).isEqualTo(1);
    assertThat(scene.effects("Connect")).isEqualTo(person ? 0 : 1);
    Truth.holds(scene);
    Truth.isAtRest(scene);
    assertThat(scene.parked()).isEqualTo(person ? ParkReason.DISCONNECTED_BY_WHOM : null);
    if (person) {
      scene.command("connect");
      scene.pass(Duration.ofMinutes(20));
    }
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.kinds()).contains("RECOVERED");
  }

  static Stream<Arguments> everyUnknownOutcome() {
    return Stream.of("Disconnect", "Update", "Connect")
        .flatMap(act -> Stream.of(
            Arguments.of(act, "500 before", CallFault.before(internal())),
            Arguments.of(act, "500 after", CallFault.after(internal())),
            Arguments.of(act, "lost before", CallFault.lostBefore()),
            Arguments.of(act, "lost after", CallFault.lostAfter())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyUnknownOutcome")
  void after_an_unknown_outcome_keymend_looks_and_does_not_call_again(
      String act, String name, CallFault fault) {
    Scene scene = correction();
    scene.lab.kms().callFaults().next(act + "CustomKeyStore", 1, Scene::isOurs, fault);
    scene.passUntilAct(act, 1);
    Instant call = scene.now();
    scene.lab.kms().callFaults().clear(act + "CustomKeyStore");

    scene.pass(Duration.ofMinutes(60));

    List<CallRecord> calls = scene.acts().stream()
        .filter(each -> each.call().operation().startsWith(act))
        .toList();
    if (!act.equals("Update")) {
      // An update may be repeated with the same values; the others only once the old state has
      // stood for ten minutes.
      assertThat(calls.subList(1, calls.size()))
          .as("further calls of " + name)
          .allMatch(each -> !each.at().isBefore(call.plus(Duration.ofMinutes(10))));
    }
    Truth.holds(scene);
    Truth.isAtRest(scene);
    boolean whose = act.equals("Disconnect") && name.endsWith("after");
    assertThat(scene.parked()).isEqualTo(whose ? ParkReason.DISCONNECTED_BY_WHOM : null);
    assertThat(scene.state())
        .isEqualTo(whose ? ConnectionState.DISCONNECTED : ConnectionState.CONNECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Disconnect", "Update", "Connect"})
  void a_throttled_act_was_not_made_and_is_made_later(String act) {
    Scene scene = correction();
    scene
        .lab
        .kms()
        .callFaults()
        .next(act + "CustomKeyStore", 1, Scene::isOurs, CallFault.throttled());

    scene.pass(Duration.ofMinutes(60));

    assertThat(scene.effects("Disconnect")).isEqualTo(1);
    assertThat(scene.effects("Connect")).isEqualTo(1);
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @ParameterizedTest
  @CsvSource({"Disconnect,FAILED", "Update,DISCONNECTED", "Connect,DISCONNECTED"})
  void an_act_that_is_denied_for_good_ends_with_a_person_who_knows_the_state(
      String act, ConnectionState state) {
    Scene scene = correction();
    scene
        .lab
        .kms()
        .callFaults()
        .always(
            act + "CustomKeyStore",
            Scene::isOurs,
            CallFault.denied("kms:" + act + "CustomKeyStore"));

    scene.pass(Duration.ofMinutes(60));

    assertThat(scene.state()).isEqualTo(state);
    assertThat(scene.incident()).isPresent();
    assertThat(scene.kinds()).contains("PERSON_NEEDED");
    assertThat(scene.acts())
        .filteredOn(each -> each.call().operation().startsWith(act))
        .hasSizeLessThan(4);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  /** The look of the act itself shows what somebody did since the look of the repair. */
  @Test
  void the_last_look_immediately_before_the_call_forbids_it() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.lab.events().lose(true);
    scene
        .lab
        .functions()
        .next("DisconnectFunction", InvocationFault.goesOn(Point.start(), Duration.ofSeconds(1)));
    scene.passUntil("about to disconnect", () -> scene.lab.functions().struck() == 1);
    scene.lab.kms().connectNow(Scene.STORE);

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.kinds()).contains("RECOVERED");
    Truth.isAtRest(scene);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CloudHsmClusterNotActiveException", "CloudHsmClusterInvalidConfigurationException"
      })
  void a_connect_that_is_refused_at_once_leaves_the_store_disconnected_and_a_person_told(
      String exception) {
    Scene scene = Scene.cloudHsm(LabSettings.repairing(), "NETWORK_ERRORS", 1).quick();
    scene.lab.kms().faults(Scene.STORE).refuseConnects(exception, 1);

    scene.pass(Duration.ofHours(1));

    assertThat(scene.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(scene.parked()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    Truth.isAtRest(scene);

    scene.command("resume");
    scene.pass(Duration.ofMinutes(20));
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.isAtRest(scene);
  }

  /** The secret loses its new version between our disconnect and our update. */
  @Test
  void what_ends_badly_between_disconnect_and_connect_is_told_at_once() {
    Scene scene = correction();
    scene.passUntilAct("Disconnect", 1);
    scene
        .lab
        .aws()
        .secrets()
        .callFaults()
        .always(
            "GetSecretValue", caller -> true, CallFault.denied("secretsmanager:GetSecretValue"));
    Instant disconnect = scene.now();

    scene.passUntil(
        "told",
        () -> scene.texts().stream()
            .anyMatch(text -> text.contains("disconnected the store to repair it")));

    assertThat(Duration.between(disconnect, scene.now())).isLessThan(Duration.ofMinutes(6));
    scene.pass(Duration.ofHours(1));
    Truth.holds(scene);
    Truth.isAtRest(scene);
    scene.lab.aws().secrets().callFaults().clear("GetSecretValue");
    scene.command("resume");
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.lab.kms().changes())
        .filteredOn(change -> change.to() == ConnectionState.DISCONNECTING)
        .extracting(StateChange::from)
        .containsExactly(ConnectionState.FAILED);
  }
}
