package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.kms.StoreFaults;
import io.github.keymend.lab.kms.Switches;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol §3: what counts as seen, where reads may be minutes old. */
class SeenTest {
  static Stream<Arguments> momentsAndAges() {
    return Stream.of(0, 300)
        .flatMap(
            age -> IntStream.of(0, 3, 4, 5, 6, 8).mapToObj(minute -> Arguments.of(age, minute)));
  }

  /**
   * A person repairs the store by hand while keymend is about to. keymend knows it by the event, a minute later; until then
   * nobody can.
   */
  @ParameterizedTest
  @MethodSource("momentsAndAges")
  void a_connected_store_is_never_disconnected_once_its_connect_was_heard_of(int age, int minute) {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.lab.kms().use(Switches.DEFAULT.withStaleness(Duration.ofSeconds(age)));
    scene.lab.timeline().after(Duration.ofMinutes(minute).plusSeconds(7), () -> byHand(scene));

    scene.pass(Duration.ofMinutes(35));

    for (StateChange change : scene.lab.kms().changes()) {
      if (change.to() == ConnectionState.DISCONNECTING
          && Scene.isOurs(change.caller())
          && change.from() != ConnectionState.FAILED) {
        assertThat(change.at())
            .as("disconnected although the person's call had been heard of")
            .isBefore(scene.began.plus(Duration.ofMinutes(minute + 1)).plusSeconds(7));
      }
    }
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.isAtRest(scene);
  }

  private static void byHand(Scene scene) {
    if (scene.state() == ConnectionState.FAILED) {
      scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
      scene
          .lab
          .timeline()
          .after(Duration.ofSeconds(21), () -> scene.lab.kms().connect(Scene.PERSON, Scene.STORE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 60, 300})
  void our_own_acts_are_not_taken_for_failures_by_stale_reads(int age) {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.lab.kms().use(Switches.DEFAULT.withStaleness(Duration.ofSeconds(age)));

    scene.pass(Duration.ofHours(1));

    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.kinds()).containsExactly("SEEN", "RECOVERED");
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void one_look_alone_does_not_count() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1).quick();
    scene.lab.sweep();
    scene.lab.kms().connectNow(Scene.STORE);

    scene.pass(Duration.ofHours(1));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.incident()).isEmpty();
  }

  @Test
  void failed_does_not_count_within_ten_minutes_after_a_connected_that_we_saw() {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1).quick();
    scene.lab.kms().connectNow(Scene.STORE);
    scene.pass(Duration.ofMinutes(5));
    Instant connected = scene.now();
    scene.lab.kms().failNow(Scene.STORE, "XKS_PROXY_TIMED_OUT");

    scene.lab.run(Duration.ofMinutes(9).plusSeconds(50));
    assertThat(scene.messages()).isEmpty();
    scene.pass(Duration.ofHours(1));

    assertThat(scene.acts().get(0).at()).isAfter(connected.plus(Duration.ofMinutes(10)));
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void a_store_that_is_deleted_during_its_repair_is_gone_only_by_two_lists_ten_minutes_apart() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.lab.kms().faults(Scene.STORE).slowDisconnects(Duration.ofSeconds(20), 1);
    scene.passUntil("disconnected", () -> scene.state() == ConnectionState.DISCONNECTED);
    scene.lab.kms().delete(Scene.PERSON, Scene.STORE);
    Instant deleted = scene.now();

    scene.passUntil("told", () -> scene.kinds().contains("GONE"));

    assertThat(Duration.between(deleted, scene.now()))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    assertThat(scene.actNames()).containsExactly("Disconnect");
    scene.pass(Duration.ofHours(1));
    assertThat(scene.kinds()).containsOnlyOnce("GONE");
    assertThat(scene.incident()).isEmpty();
    assertThat(scene.lab.items().history()).hasSize(1);
    Truth.isAtRest(scene);
  }

  @Test
  void a_store_that_one_list_lacks_is_not_gone() {
    Scene scene = Scene.external("XKS_PROXY_ACCESS_DENIED", 1);
    scene.pass(Duration.ofMinutes(6));
    assertThat(scene.parked()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
    // A CloudHSM store of the same account shows that the list itself is there.
    scene.lab.kms().addCloudHsmStore("another");
    scene
        .lab
        .kms()
        .callFaults()
        .next(
            "DescribeCustomKeyStores",
            9,
            caller -> true,
            CallFault.before(ServiceError.refusal(
                "CustomKeyStoreNotFoundException", "lab: a list that lacks it")));

    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.kinds()).doesNotContain("GONE");
    assertThat(scene.parked()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
  }

  @Test
  void a_store_that_is_renamed_during_its_repair_is_the_same_store() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.lab.kms().faults(Scene.STORE).slowDisconnects(Duration.ofSeconds(20), 1);
    scene.passUntil("disconnected", () -> scene.state() == ConnectionState.DISCONNECTED);
    scene.lab.kms().update(Scene.PERSON, UpdateRequest.name(Scene.STORE, "orders-new"));

    scene.pass(Duration.ofHours(1));

    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.acts()).allMatch(each -> each.call().resource().equals(Scene.STORE));
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(scene.lastMessage()).contains("orders-new");
    assertThat(scene.threads()).hasSize(1);
  }

  @Test
  void connecting_for_25_minutes_is_stuck_and_nothing_is_disconnected() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.lab.kms().faults(Scene.STORE).slowDisconnects(Duration.ofSeconds(20), 1);
    scene.lab.kms().faults(Scene.STORE).hangConnects(1);
    scene.passUntilAct("Connect", 1);
    Instant connect = scene.now();

    scene.passUntil("stuck", () -> scene.parked() == ParkReason.STUCK);

    assertThat(Duration.between(connect, scene.now()))
        .isBetween(Duration.ofMinutes(25), Duration.ofMinutes(27));
    scene.pass(Duration.ofHours(3));
    assertThat(scene.actNames()).containsExactly("Disconnect", "Connect");
    assertThat(scene.kinds()).startsWith("SEEN", "PERSON_NEEDED");
    Truth.isAtRest(scene);
  }

  @Test
  void a_change_that_is_stuck_without_an_incident_is_told() {
    Lab lab = new Lab(LabSettings.repairing(), (arn, event) -> {});
    String id = lab.kms().addXksStore("orders");
    lab.kms().faults(id).hangConnects(StoreFaults.UNTIL_FIXED);
    lab.kms().connect(Scene.PERSON, id);

    lab.startSweeping();
    lab.run(Duration.ofMinutes(60));

    assertThat(lab.aws().sns().published()).hasSize(1);
    assertThat(lab.aws().sns().published().get(0).request().subject())
        .contains("Stuck in CONNECTING");
    assertThat(lab.kms().calls())
        .filteredOn(call -> Scene.isOurs(call.call().caller()))
        .extracting(call -> call.call().operation())
        .containsOnly("DescribeCustomKeyStores");
    assertThat(List.copyOf(lab.kms().stores())).hasSize(1);
  }
}
