package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.Deed;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Trouble;
import io.github.keymend.lab.explore.history.Weather;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StateChange;
import java.util.HashSet;
import java.util.Set;

/** Rule 17: what can be mended without a person is tried first: a person is asked for what keymend cannot or may not do. */
public final class TriesWhatMayBeTried extends Rule {
  /** The codes of which the decision table says: try again; the literals of the protocol, 9. */
  private static final Set<String> TRIED = Set.of(
      "INTERNAL_ERROR", "NETWORK_ERRORS", "XKS_PROXY_TIMED_OUT", "XKS_PROXY_INVALID_RESPONSE");

  private static final Set<ParkReason> LEFT_TO_A_PERSON =
      Set.of(ParkReason.WAITING_FOR_THE_CAUSE, ParkReason.ASKED_A_PERSON);
  private static final Set<ParkReason> IN_TROUBLE =
      Set.of(ParkReason.NO_PROGRESS, ParkReason.UNEXPECTED);
  private final Set<String> refused = new HashSet<>();
  private boolean troubled;

  /** For one history. */
  public TriesWhatMayBeTried() {
    super("17 tries what may be tried");
  }

  @Override
  public void performed(int store, Action action) {
    troubled |= action instanceof Mishap
        || action instanceof Weather
        || action instanceof Trouble.CallsGoWrong
        || action instanceof Trouble.ReadsAre
        || action instanceof Deed.Deletes;
  }

  /** What KMS does not let keymend do it cannot try. */
  @Override
  public void act(ActCall call) {
    if (call.result().outcome() == Outcome.REFUSED) {
      refused.add(call.customKeyStoreId());
    }
  }

  @Override
  public void changed(StateChange change) {
    if (change.to() == ConnectionState.FAILED) {
      refused.remove(change.storeId());
    }
  }

  @Override
  public void remembered(Remembered change) {
    Incident was = change.before().incident();
    Incident is = change.after().incident();
    Parked parked = is == null ? null : is.parked();
    Parked rested = was == null ? null : was.parked();
    if (is == null || parked == null || (rested != null && rested.at().equals(parked.at()))) {
      // A reminder is no new rest.
      return;
    }
    Seen seen = change.after().seen();
    String code = seen == null || seen.code() == null ? "" : seen.code().value();
    if (LEFT_TO_A_PERSON.contains(parked.reason())
        && TRIED.contains(code)
        && !refused.contains(change.after().customKeyStoreId())) {
      broken("left " + code + " to a person, which keymend may try again itself");
    }
    if (parked.reason() == ParkReason.BUDGET_SPENT && is.attempts() == 0) {
      broken("gave up before the first attempt");
    }
    if (IN_TROUBLE.contains(parked.reason()) && !troubled) {
      broken("parked (" + parked.reason() + ") though nothing was in its way");
    }
  }
}
