package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Attempt.Stage;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.table.Cause;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from the outcome of an act. */
public final class Outcomes {
  /** The store was in another state than the last look showed, or KMS was busy: the next look decides. */
  private static final Set<String> LOOK_AGAIN = Set.of(
      "CustomKeyStoreInvalidStateException",
      "CustomKeyStoreNotFoundException",
      "ThrottlingException");

  /** The secret's value itself was not taken: this version is not tried again. */
  private static final Set<String> BAD_VALUE =
      Set.of("XksProxyIncorrectAuthenticationCredentialException", "UnusableSecretException");

  private Outcomes() {}

  /**
   * The item after an act has ended; unchanged where the item's intent is another by now, because then the act belongs
   * to an invocation that nobody waits for any more.
   *
   * @param item what is remembered
   * @param act what was to be done
   * @param id the id of its intent
   * @param outcome what became of it
   * @param error the name of KMS's exception where it refused
   * @param now the time
   */
  public static StoreItem of(
      StoreItem item, Act act, String id, Outcome outcome, @Nullable String error, Instant now) {
    Intent intent = item.intent();
    if (intent == null || !intent.id().equals(id)) {
      return item;
    }
    boolean unknownBefore = intent.outcome() == Outcome.UNKNOWN;
    StoreItem ended = item.withIntent(intent.ended(outcome));
    if (outcome != Outcome.NOT_MADE) {
      ended = ended.withStartsWithoutOutcome(0);
    }
    String name = error == null ? "" : error;
    return switch (act) {
      case DISCONNECT -> disconnected(ended, intent.at(), outcome, name);
      case CORRECT -> corrected(ended, outcome, name, unknownBefore, now);
      case CONNECT -> connected(ended, outcome, name, now);
    };
  }

  private static StoreItem disconnected(StoreItem item, Instant at, Outcome outcome, String error) {
    return switch (outcome) {
      case ACCEPTED -> item.disconnectedByUs(at);
      case UNKNOWN -> item.withOurs(Ours.UNKNOWN);
      case NOT_MADE -> stage(overtaken(item).withOurs(Ours.NONE), Stage.DECIDED);
      case REFUSED -> {
        Incident over = item.openIncident().with(null);
        boolean lookAgain = LOOK_AGAIN.contains(error);
        Incident next = lookAgain
            ? over
            : over.failed(
                new Cause(Cause.Kind.DISCONNECT_REFUSED, error), item.lastSeen().since());
        yield item.withOurs(Ours.NONE).withIncident(next);
      }
    };
  }

  /** The look before our disconnect showed that of another, made after the consent, which is void by that. */
  private static StoreItem overtaken(StoreItem item) {
    return Phase.followsDisconnect(item.lastSeen().state())
        ? item.withPeople(item.people().consent(null))
        : item;
  }

  private static StoreItem corrected(
      StoreItem item, Outcome outcome, String error, boolean unknownBefore, Instant now) {
    Incident incident = item.openIncident();
    Attempt under = incident.attempt();
    String version = under == null ? null : under.secretVersion();
    return switch (outcome) {
      case ACCEPTED ->
        version == null
            ? item
            : stage(item.withGuard(item.guard().updated(version)), Stage.CORRECTED);
      case UNKNOWN -> unknownBefore ? givenUp(item, incident) : item;
      case NOT_MADE -> item;
      case REFUSED -> {
        StoreItem next =
            item.withIncident(incident.failed(new Cause(Cause.Kind.UPDATE_REFUSED, error), now));
        yield version != null && BAD_VALUE.contains(error)
            ? next.withGuard(item.guard().tried(version))
            : next;
      }
    };
  }

  /** Twice without an answer: the attempt is used up and void. */
  private static StoreItem givenUp(StoreItem item, Incident incident) {
    Intent intent = item.intent();
    return item.withIntent(intent == null ? null : intent.settle())
        .withIncident(incident.with(null));
  }

  private static StoreItem connected(StoreItem item, Outcome outcome, String error, Instant now) {
    Incident incident = item.openIncident();
    Attempt under = incident.attempt();
    String version = under == null ? null : under.secretVersion();
    return switch (outcome) {
      case ACCEPTED -> item.withPeople(item.people().consent(null).connectAccepted(now));
      case UNKNOWN -> item;
      case NOT_MADE -> stage(item, version == null ? Stage.DISCONNECTED : Stage.CORRECTED);
      case REFUSED -> {
        StoreItem next =
            item.withIncident(incident.failed(new Cause(Cause.Kind.CONNECT_REFUSED, error), now));
        yield version == null ? next : next.withGuard(item.guard().notConnected(version));
      }
    };
  }

  private static StoreItem stage(StoreItem item, Stage stage) {
    Incident incident = item.openIncident();
    Attempt under = incident.attempt();
    return under == null ? item : item.withIncident(incident.with(under.at(stage)));
  }
}
