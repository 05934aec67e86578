package io.github.keymend.lab.protocol;

import static io.github.keymend.lab.kms.ConnectionState.CONNECTED;
import static io.github.keymend.lab.kms.ConnectionState.FAILED;

import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.port.StoreItems.Change;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ways through the workflow, which together enter every state, and where they end if nothing goes wrong with keymend. */
// A List.of never changes, and each beginning makes a scene of its own.
@SuppressWarnings("ImmutableEnumChecker")
enum Way {
  A_RETRY(
      () -> Scene.external("XKS_PROXY_TIMED_OUT", 1),
      CONNECTED,
      null,
      List.of("SEEN", "RECOVERED"),
      List.of("Disconnect", "Connect")),
  A_CORRECTION(
      Way::correction,
      CONNECTED,
      null,
      List.of("SEEN", "RECOVERED"),
      List.of("Disconnect", "Update", "Connect")),
  A_CAUSE_TO_WAIT_FOR(
      () -> Scene.external("XKS_PROXY_ACCESS_DENIED", 1),
      FAILED,
      ParkReason.WAITING_FOR_THE_CAUSE,
      List.of("PERSON_NEEDED"),
      List.of()),
  A_PERSONS_MATTER(
      () -> Scene.external("XKS_PROXY_INVALID_CONFIGURATION", 1),
      FAILED,
      ParkReason.ASKED_A_PERSON,
      List.of("PERSON_NEEDED"),
      List.of()),
  A_BUDGET_SPENT(
      () -> Scene.external("XKS_PROXY_NOT_REACHABLE", 2),
      FAILED,
      ParkReason.BUDGET_SPENT,
      List.of("SEEN", "GIVEN_UP"),
      List.of("Disconnect", "Connect")),
  NOTHING_TO_DO(Way::nothing, CONNECTED, null, List.of(), List.of()),
  TWO_AT_ONCE(
      Way::two, CONNECTED, null, List.of("SEEN", "RECOVERED"), List.of("Disconnect", "Connect")),
  A_RESET(Way::reset, CONNECTED, null, List.of(), List.of()),
  NOT_IN_OUR_CARE(Way::notOurs, FAILED, null, List.of(), List.of()),
  AN_ERROR(
      Way::error, CONNECTED, null, List.of("SEEN", "RECOVERED"), List.of("Disconnect", "Connect")),
  A_CLAIM_LOST(
      Way::claimLost,
      CONNECTED,
      null,
      List.of("SEEN", "RECOVERED"),
      List.of("Disconnect", "Connect"));

  private final Supplier<Scene> begin;

  /** After this all is over, even with one repair killed. */
  final Duration lasts;

  /** The state in which the store ends. */
  final ConnectionState state;

  /** Why the incident rests in the end. */
  final @Nullable ParkReason parked;

  /** What is told on the way. */
  final List<String> kinds;

  /** keymend's calls that change the store. */
  final List<String> acts;

  Way(
      Supplier<Scene> begin,
      ConnectionState state,
      @Nullable ParkReason parked,
      List<String> kinds,
      List<String> acts) {
    this.begin = begin;
    this.state = state;
    this.parked = parked;
    this.kinds = kinds;
    this.acts = acts;
    this.lasts = Duration.ofMinutes(name().equals("A_CLAIM_LOST") ? 100 : 30);
  }

  Scene begin() {
    return begin.get().quick();
  }

  private static Scene correction() {
    Scene scene = Scene.external(Scene.correcting(), "INVALID_CREDENTIALS", 1);
    scene.putProxyCredential();
    return scene;
  }

  private static Scene nothing() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.lab.kms().connectNow(Scene.STORE);
    scene.repair();
    return scene;
  }

  private static Scene reset() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.lab.kms().connectNow(Scene.STORE);
    scene.lab.resetBreaker();
    return scene;
  }

  private static Scene two() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene.repair();
    scene.repair();
    return scene;
  }

  private static Scene notOurs() {
    Scene scene = Scene.external(
        LabSettings.repairing().caringFor("cks-00000000000000000"), "XKS_PROXY_TIMED_OUT", 1);
    scene.repair();
    return scene;
  }

  /** KMS denies one repair all its looks. */
  private static Scene error() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene
        .lab
        .kms()
        .callFaults()
        .next(
            "DescribeCustomKeyStores",
            7,
            caller -> caller.name().contains("LookFunction"),
            CallFault.before(ServiceError.accessDenied("kms:DescribeCustomKeyStores")));
    return scene;
  }

  /** The claim passes to an execution that nobody knows, until its lease is over. */
  private static Scene claimLost() {
    Scene scene = Scene.external("XKS_PROXY_TIMED_OUT", 1);
    scene
        .lab
        .timeline()
        .after(
            Duration.ofMinutes(5).plusSeconds(2),
            () -> scene.lab.items().change(scene.item().identity(), item -> {
              Claim other = new Claim(
                  "arn:aws:states:us-east-1:111122223333:execution:keymend-repair:x",
                  item.fence() + 1,
                  scene.now().plus(Claim.LEASE));
              return Change.of(item.claimed(other), true);
            }));
    return scene;
  }
}
