package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.KnownErrorCode;
import io.github.keymend.lab.kms.StoreType;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.stage.LabSettings;
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

/** Protocol §6: a person's hands are respected, and a person's word is heard. */
class PeopleTest {
  private static Scene retry() {
    return Scene.external("XKS_PROXY_NOT_REACHABLE", 1).quick();
  }

  private static void disconnect(Scene scene) {
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
  }

  /** Somebody disconnects before keymend does: in the pause before the attempt. */
  @Test
  void a_store_that_somebody_disconnected_before_our_act_is_theirs() {
    Scene scene = retry();
    scene.pass(Duration.ofMinutes(6));
    assertThat(scene.acts()).isEmpty();

    disconnect(scene);
    scene.pass(Duration.ofHours(2));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.parked()).isEqualTo(ParkReason.IN_A_PERSONS_HANDS);
    assertThat(scene.texts()).anyMatch(text -> text.contains("\"command\":\"connect\""));
    Truth.isAtRest(scene);
  }

  /** The same, and its event never arrives: the state alone tells. */
  @Test
  void a_store_that_somebody_disconnected_is_theirs_even_if_the_event_is_lost() {
    Scene scene = retry();
    scene.lab.events().lose(true);
    scene.pass(Duration.ofMinutes(6));

    disconnect(scene);
    scene.pass(Duration.ofHours(2));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.parked()).isEqualTo(ParkReason.IN_A_PERSONS_HANDS);
    Truth.isAtRest(scene);
  }

  /** KMS refuses a disconnect of a DISCONNECTED store: the wish is heard all the same. */
  @Test
  void a_foreign_disconnect_between_our_disconnect_and_our_connect_is_heard_although_refused() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.passUntilAct("Disconnect", 1);
    scene.lab.run(Duration.ofMinutes(1));
    assertThatThrownBy(() -> disconnect(scene)).isInstanceOf(ServiceError.class);

    scene.pass(Duration.ofHours(2));

    assertThat(scene.actNames()).containsExactly("Disconnect");
    assertThat(scene.parked()).isEqualTo(ParkReason.IN_A_PERSONS_HANDS);
    Truth.isAtRest(scene);
  }

  @Test
  void a_foreign_disconnect_while_connecting_is_respected() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.passUntilAct("Connect", 1);
    scene.lab.run(Duration.ofMinutes(1));
    disconnect(scene);

    scene.pass(Duration.ofHours(3));

    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(scene.parked()).isIn(ParkReason.IN_A_PERSONS_HANDS, ParkReason.DISCONNECTED_BY_WHOM);
    assertThat(scene.kinds()).contains("PERSON_NEEDED");
    Truth.neverConnectsWhatSomebodyElseDisconnected(scene);
    Truth.isAtRest(scene);
  }

  static Stream<Arguments> momentsAndCommands() {
    return Stream.of("before", "between", "connecting")
        .flatMap(
            moment -> Stream.of("connect", "resume").map(command -> Arguments.of(moment, command)));
  }

  /** Whatever the moment of the foreign disconnect: a command after it brings the store back, by one connect. */
  @ParameterizedTest
  @MethodSource("momentsAndCommands")
  void a_command_takes_a_store_in_a_persons_hands_up_again(String moment, String command) {
    Scene scene = moment.equals("between") ? Scene.external("XKS_PROXY_TIMED_OUT", 1) : retry();
    switch (moment) {
      case "before" -> scene.pass(Duration.ofMinutes(6));
      case "between" -> {
        scene.passUntilAct("Disconnect", 1);
        scene.lab.run(Duration.ofMinutes(1));
      }
      default -> scene.passUntilAct("Connect", 1);
    }
    try {
      disconnect(scene);
    } catch (ServiceError refused) {
      assertThat(moment).isEqualTo("between");
    }
    scene.pass(Duration.ofMinutes(40));
    assertThat(scene.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(scene.incident()).isPresent();
    long before = scene.effects("Connect");

    scene.command(command);
    scene.pass(Duration.ofMinutes(20));

    assertThat(scene.effects("Connect")).isEqualTo(before + 1);
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.kinds()).contains("RECOVERED");
    Truth.neverDisconnectsWhatIsNotFailed(scene);
    Truth.saysNothingTwice(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void a_consent_is_void_after_a_later_foreign_disconnect() {
    Scene scene = retry();
    scene.pass(Duration.ofMinutes(6));
    disconnect(scene);
    scene.pass(Duration.ofMinutes(20));
    scene.lab.kms().faults(Scene.STORE).slowConnects(Duration.ofMinutes(5), 1);
    scene.lab.events().deliver(input -> List.of(Duration.ZERO));
    scene.command("connect");
    scene.passUntilAct("Connect", 1);
    scene.lab.run(Duration.ofMinutes(1));
    disconnect(scene);

    scene.pass(Duration.ofHours(2));

    assertThat(scene.effects("Connect")).isEqualTo(1);
    assertThat(scene.state()).isEqualTo(ConnectionState.DISCONNECTED);
    Truth.isAtRest(scene);
  }

  @Test
  void a_deliberate_disconnect_without_an_incident_opens_nothing() {
    Scene scene = retry();
    scene.lab.kms().connectNow(Scene.STORE);
    scene.pass(Duration.ofMinutes(20));
    disconnect(scene);

    scene.passSlowly(Duration.ofDays(1));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.incident()).isEmpty();
  }

  @Test
  void the_command_connect_makes_the_first_connect_of_a_new_store() {
    Scene scene = retry();
    scene.lab.kms().faults(Scene.STORE).fixed("XKS_PROXY_NOT_REACHABLE");
    scene.lab.kms().connectNow(Scene.STORE);
    disconnect(scene);
    scene.pass(Duration.ofMinutes(6));

    scene.command("connect");
    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.actNames()).containsExactly("Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.kinds()).containsExactly("SEEN", "RECOVERED");
  }

  @Test
  void stop_in_the_pause_before_an_attempt_parks_silently_and_resume_goes_on() {
    Scene scene = retry();
    scene.pass(Duration.ofMinutes(6));
    scene.command("stop");
    scene.pass(Duration.ofHours(6));
    assertThat(scene.acts()).isEmpty();
    assertThat(scene.kinds()).containsExactly("SEEN");
    assertThat(scene.parked()).isEqualTo(ParkReason.STOPPED);

    scene.command("resume");
    scene.pass(Duration.ofMinutes(20));

    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void stop_between_disconnect_and_connect_leaves_the_store_down_and_says_so() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.passUntilAct("Disconnect", 1);
    scene.command("stop");

    scene.pass(Duration.ofHours(6));

    assertThat(scene.actNames()).containsExactly("Disconnect");
    assertThat(scene.parked()).isEqualTo(ParkReason.STOPPED);
    assertThat(scene.texts())
        .anyMatch(text -> text.contains("keymend disconnected the store to repair it"));
    Truth.isAtRest(scene);

    scene.command("resume");
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.isAtRest(scene);
  }

  @Test
  void abort_then_resume_goes_on_where_it_stood() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.passUntilAct("Disconnect", 1);
    scene
        .lab
        .stepFunctions()
        .executions()
        .forEach(each -> scene.lab.stepFunctions().abort(each.arn()));
    scene.pass(Duration.ofHours(2));
    assertThat(scene.parked()).isEqualTo(ParkReason.ABORTED);
    assertThat(scene.actNames()).containsExactly("Disconnect");
    assertThat(scene.kinds()).contains("GIVEN_UP");
    assertThat(scene.lastNet()).hasSize(1);

    scene.command("resume");
    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void connect_is_refused_with_a_message_while_stopped() {
    Scene scene = retry();
    scene.pass(Duration.ofMinutes(6));
    scene.command("stop");
    scene.pass(Duration.ofMinutes(5));

    scene.command("connect");
    scene.pass(Duration.ofHours(1));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.kinds()).containsExactly("SEEN", "REFUSED");
  }

  @Test
  void past_the_daily_cap_a_command_is_refused_with_a_message() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1000).quick();
    for (int i = 0; i < 12; i++) {
      scene.pass(Duration.ofMinutes(25));
      scene.command("resume");
    }

    assertThat(scene.lab.item(Scene.STORE).orElseThrow().daily().attempts()).isEqualTo(9);
    assertThat(scene.effects("Connect")).isEqualTo(9);
    scene.pass(Duration.ofMinutes(1));
    assertThat(scene.kinds()).contains("REFUSED");
  }

  /** A person fixes what is behind a FAILED store and updates it: keymend keeps its hands off for ten minutes. */
  @Test
  void after_a_foreign_call_keymend_waits_ten_minutes_and_then_goes_on() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.lab.kms().use(scene.lab.kms().switches().withUpdateOnFailed(true));
    scene.lab.sweep();
    scene.lab.kms().update(Scene.PERSON, UpdateRequest.name(Scene.STORE, "renamed"));
    Instant update = scene.now();

    scene.pass(Duration.ofHours(1));

    assertThat(scene.acts()).isNotEmpty();
    assertThat(scene.acts().get(0).at()).isAfterOrEqualTo(update.plus(Duration.ofMinutes(10)));
    assertThat(scene.kinds()).contains("WAITING");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void an_update_of_a_store_in_a_persons_hands_is_answered_with_the_command() {
    Scene scene = retry();
    scene.pass(Duration.ofMinutes(6));
    disconnect(scene);
    scene.pass(Duration.ofMinutes(20));
    int before = scene.texts().size();

    scene.lab.kms().update(Scene.PERSON, UpdateRequest.name(Scene.STORE, "renamed"));
    scene.pass(Duration.ofMinutes(20));

    assertThat(scene.texts().subList(before, scene.texts().size()))
        .singleElement()
        .satisfies(text -> assertThat(text).contains("\"command\":\"connect\""));
    assertThat(scene.acts()).isEmpty();
  }

  static Stream<Arguments> all21Pairs() {
    return Stream.of(StoreType.values())
        .flatMap(
            type -> KnownErrorCode.of(type).stream().map(code -> Arguments.of(type, code.name())));
  }

  @ParameterizedTest
  @MethodSource("all21Pairs")
  void observe_mode_changes_nothing_and_says_what_it_would_have_done(StoreType type, String code) {
    LabSettings observing = Scene.correcting().in("observe");
    Scene scene = type == StoreType.AWS_CLOUDHSM
        ? Scene.cloudHsm(observing, code, 1)
        : Scene.external(observing, code, 1);

    scene.pass(Duration.ofMinutes(30));
    scene.command("connect");
    scene.command("resume");
    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.state()).isEqualTo(ConnectionState.FAILED);
    assertThat(scene.texts()).anyMatch(text -> text.contains("was refused"));
    assertThat(scene.texts()).anyMatch(text -> text.contains(code));
    boolean acts = List.of(
            "INTERNAL_ERROR",
            "NETWORK_ERRORS",
            "XKS_PROXY_INVALID_RESPONSE",
            "XKS_PROXY_NOT_REACHABLE",
            "XKS_PROXY_TIMED_OUT")
        .contains(code);
    if (acts) {
      assertThat(scene.texts())
          .anyMatch(
              text -> text.contains("It would have disconnected the store, then connected it"));
    }
    Truth.isAtRest(scene);
  }

  @ParameterizedTest
  @CsvSource({"AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"})
  void observe_mode_says_that_it_would_have_corrected(StoreType type) {
    LabSettings observing = Scene.correcting().in("observe");
    Scene scene = type == StoreType.AWS_CLOUDHSM
        ? Scene.cloudHsm(observing, "INVALID_CREDENTIALS", 1)
        : Scene.external(observing, "INVALID_CREDENTIALS", 1);
    scene.lab.run(Duration.ofMinutes(1));
    if (type == StoreType.AWS_CLOUDHSM) {
      scene.pass(Duration.ofMinutes(6));
      scene.lab.aws().secrets().put(Scene.SECRET, "anotherPassword1");
    } else {
      scene.putProxyCredential();
    }

    scene.pass(Duration.ofMinutes(40));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.texts())
        .anyMatch(text -> text.contains("updated its credential from the named secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"connect", "resume"})
  void a_command_names_one_connect_and_no_more(String command) {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1000).quick();
    scene.pass(Duration.ofMinutes(6));

    scene.command(command);
    scene.pass(Duration.ofHours(2));

    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.parked()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
    Truth.isAtRest(scene);
  }
}
