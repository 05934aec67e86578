package io.github.keymend.lab.explore;

import static io.github.keymend.lab.explore.Worlds.acting;
import static io.github.keymend.lab.explore.Worlds.reading;
import static io.github.keymend.lab.explore.Worlds.sending;
import static io.github.keymend.lab.explore.Worlds.set;
import static io.github.keymend.lab.explore.Worlds.writing;

import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.KeyStores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bugs that exploration must find. */
final class PlantedBugs {
  private PlantedBugs() {}

  static List<PlantedBug> all() {
    return List.of(
        new PlantedBug("the look before the call is left out", reading(Remembering::new), 2),
        new PlantedBug("one look is enough", writing((before, after) -> agreed(after)), 417),
        new PlantedBug("budget off by one", set(PlantedBugs::oneMore), 16),
        new PlantedBug("observe mode repairs", set(PlantedBugs::repairing), 30),
        new PlantedBug(
            "stop is not kept",
            writing((before, after) -> after.withPeople(after.people().released())),
            84),
        new PlantedBug(
            "notes are dropped", writing((before, after) -> after.withNotes(List.of())), 84),
        new PlantedBug(
            "a rejected password is forgotten",
            writing((before, after) -> after.withGuard(CredentialGuard.OPEN)),
            19),
        new PlantedBug(
            "the tried secrets are forgotten",
            writing((before, after) -> after.withGuard(forgetting(after.guard()))),
            19),
        new PlantedBug(
            "a message is not stored", writing((before, after) -> after.withOutbox(List.of())), 1),
        new PlantedBug(
            "a message that was not taken is lost",
            sending(bare -> message -> {
              try {
                bare.send(message);
              } catch (RuntimeException lost) {
                // swallowed: this is the bug
              }
            }),
            2),
        new PlantedBug(
            "ours on a refused call",
            acting((act, call) -> {
              CallResult result = call.get();
              return act.equals("disconnect") && result.outcome() == Outcome.REFUSED
                  ? CallResult.ACCEPTED
                  : result;
            }),
            13),
        new PlantedBug(
            "an unknown outcome counts as accepted",
            acting((act, call) -> {
              CallResult result = call.get();
              return result.outcome() == Outcome.UNKNOWN ? CallResult.ACCEPTED : result;
            }),
            1),
        new PlantedBug(
            "the SDK's retries are on",
            acting((act, call) -> {
              CallResult result = call.get();
              return result.outcome() == Outcome.UNKNOWN ? call.get() : result;
            }),
            1),
        new PlantedBug(
            "a secret in an exception",
            acting((act, call) -> {
              if (act.equals("update")) {
                throw new IllegalArgumentException("Sesame100001 is not valid");
              }
              return call.get();
            }),
            7),
        new PlantedBug(
            "every disconnect is ours",
            writing((before, after) -> isDisconnected(after) ? after.withOurs(Ours.OURS) : after),
            182),
        new PlantedBug(
            "a takeover forgets what was ours",
            writing(
                (before, after) -> isTakeover(before, after) ? after.withOurs(Ours.NONE) : after),
            49),
        new PlantedBug(
            "the intent is not written", writing((before, after) -> after.withIntent(null)), 1),
        new PlantedBug("nobody is reminded", writing((before, after) -> reminded(after)), 2),
        new PlantedBug(
            "the claim is not given back",
            writing((before, after) -> before.claim() != null && after.claim() == null
                ? after.withClaim(before.claim())
                : after),
            1),
        new PlantedBug(
            "a closed incident stays",
            writing((before, after) -> before.incident() != null && after.incident() == null
                ? after.withIncident(before.incident())
                : after),
            18));
  }

  private static StoreItem agreed(StoreItem item) {
    Seen seen = item.seen();
    return seen == null || seen.looks() > 1
        ? item
        : item.withSeen(
            new Seen(seen.state(), seen.code(), seen.since().minus(Seen.APART), seen.at(), 2));
  }

  private static Settings oneMore(Settings settings) {
    return new Settings(
        settings.mode(), settings.stores(), settings.attempts() + 1, settings.secrets());
  }

  private static Settings repairing(Settings settings) {
    return new Settings(Mode.REPAIR, settings.stores(), settings.attempts(), settings.secrets());
  }

  private static CredentialGuard forgetting(CredentialGuard guard) {
    return new CredentialGuard(
        guard.rejected(),
        0,
        guard.countedEpisode(),
        guard.firstFailed(),
        guard.updatedVersion(),
        java.util.Set.of());
  }

  private static boolean isDisconnected(StoreItem item) {
    return item.seen() != null && item.lastSeen().is(ConnectionState.DISCONNECTED);
  }

  private static boolean isTakeover(StoreItem before, StoreItem after) {
    return before.claim() != null
        && after.claim() != null
        && !before.claim().owner().equals(after.claim().owner());
  }

  private static StoreItem reminded(StoreItem item) {
    Incident incident = item.incident();
    Parked parked = incident == null ? null : incident.parked();
    return incident == null || parked == null
        ? item
        : item.withIncident(incident.park(parked.reminded()));
  }

  /** Gives what it has shown before instead of looking again. */
  private static final class Remembering implements KeyStores {
    private final KeyStores bare;
    private final Map<String, KeyStore> shown = new HashMap<>();
    private int calls;

    private Remembering(KeyStores bare) {
      this.bare = bare;
    }

    @Override
    public Optional<KeyStore> byId(String id) {
      if (++calls % 2 == 0 && shown.containsKey(id)) {
        return Optional.of(shown.get(id));
      }
      Optional<KeyStore> look = bare.byId(id);
      look.ifPresent(store -> shown.put(id, store));
      return look;
    }

    @Override
    public Optional<KeyStore> byName(String name) {
      return bare.byName(name);
    }

    @Override
    public List<KeyStore> all() {
      return bare.all();
    }
  }
}
