package io.github.keymend.lab.protocol;

import static io.github.keymend.lab.kms.ConnectionState.CONNECTED;
import static io.github.keymend.lab.kms.ConnectionState.CONNECTING;
import static io.github.keymend.lab.kms.ConnectionState.DISCONNECTED;
import static io.github.keymend.lab.kms.ConnectionState.DISCONNECTING;
import static io.github.keymend.lab.kms.ConnectionState.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.kms.StoreType;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be true of KMS whatever happened. */
final class Truth {
  private Truth() {}

  /** The rules that protect a user, after any story without a person's command. */
  static void holds(Scene scene) {
    neverDisconnectsWhatIsNotFailed(scene);
    neverConnectsWhatSomebodyElseDisconnected(scene);
    neverLocksKmsuser(scene);
    saysNothingTwice(scene);
  }

  static void neverDisconnectsWhatIsNotFailed(Scene scene) {
    assertThat(scene.lab.kms().changes())
        .filteredOn(change -> change.to() == DISCONNECTING && Scene.isOurs(change.caller()))
        .as("disconnects by keymend")
        .allMatch(change -> change.from() == FAILED);
  }

  static void neverConnectsWhatSomebodyElseDisconnected(Scene scene) {
    @Nullable StateChange disconnect = null;
    for (StateChange change : scene.lab.kms().changes()) {
      if (change.to() == DISCONNECTING) {
        disconnect = change;
      } else if (change.to() == CONNECTING && Scene.isOurs(change.caller())) {
        assertThat(disconnect)
            .as("the disconnect before the connect by keymend at " + change.at())
            .matches(before -> before == null || Scene.isOurs(before.caller()));
      }
    }
  }

  static void neverLocksKmsuser(Scene scene) {
    boolean cloudHsm = scene
        .lab
        .kms()
        .store(Scene.STORE)
        .filter(store -> store.type() == StoreType.AWS_CLOUDHSM)
        .isPresent();
    assertThat(cloudHsm && scene.lab.kms().kmsUser(Scene.STORE).isLocked())
        .as("kmsuser is locked")
        .isFalse();
  }

  static void saysNothingTwice(Scene scene) {
    List<String> ids = scene.messageIds();
    assertThat(ids).doesNotHaveDuplicates();
  }

  /** Nothing is left lying about: no live claim, no unsent message, nothing running, no store down that nobody knows of. */
  static void isAtRest(Scene scene) {
    assertThat(scene.isQuiet()).as("nothing is running").isTrue();
    assertThat(scene.lab.breaker().outbox())
        .as("unsent messages of the account")
        .isEmpty();
    StoreItem item = scene.lab.item(Scene.STORE).orElse(null);
    if (item == null) {
      return;
    }
    assertThat(item.outbox()).as("unsent messages").isEmpty();
    assertThat(item.notes()).as("unread notes").isEmpty();
    Claim claim = item.claim();
    assertThat(claim == null || !scene.statusOf(claim.owner()).equals("RUNNING"))
        .as("no live claim")
        .isTrue();
    HashSet<String> told = new HashSet<>(scene.threads());
    scene.incident().ifPresent(incident -> assertThat(told).contains(incident.id()));
    boolean connected = scene
        .lab
        .kms()
        .store(Scene.STORE)
        .filter(store -> store.state() == CONNECTED)
        .isPresent();
    if (connected) {
      assertThat(item.incident()).as("the incident of a CONNECTED store").isNull();
    }
    List<StateChange> changes = scene.lab.kms().changes();
    boolean downByUs = !connected
        && scene.lab.kms().store(Scene.STORE).isPresent()
        && changes.stream()
            .filter(change -> change.to() == DISCONNECTING)
            .reduce((first, second) -> second)
            .filter(change -> Scene.isOurs(change.caller()))
            .isPresent()
        && changes.get(changes.size() - 1).to() == DISCONNECTED;
    if (downByUs) {
      assertThat(item.incident())
          .as("the incident of a store that keymend disconnected")
          .isNotNull();
      assertThat(scene.texts())
          .as("what people were told of it")
          .anyMatch(text -> text.contains("disconnected the store to repair it")
              || text.contains("somebody else disconnected the store, or tried to"));
    }
  }
}
