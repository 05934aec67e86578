package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.kms.ConnectionState;
import java.util.HashMap;
import java.util.Map;

/** Rule 14: what became of a call is taken from its answer: accepted is a 200, refused has done nothing, the rest is unknown. */
public final class KnowsTheOutcome extends Rule {
  private final Map<Long, Outcome> answers = new HashMap<>();

  /** For one history. */
  public KnowsTheOutcome() {
    super("14 knows the outcome");
  }

  @Override
  public void act(ActCall call) {
    Outcome outcome = call.result().outcome();
    answers.put(call.invocation().number(), outcome);
    // Some KMS may take a Connect of a store that is connected, and do nothing.
    boolean pointless = call.act() == Act.CONNECT && call.before() != ConnectionState.DISCONNECTED;
    if (outcome == Outcome.ACCEPTED && !call.tookEffect() && !pointless) {
      broken(call.act() + " was not taken, and counts as accepted");
    }
    if (outcome == Outcome.UNKNOWN && call.refused()) {
      broken(call.act() + " was refused, and counts as unknown");
    }
    if (outcome == Outcome.REFUSED && call.tookEffect()) {
      broken(call.act() + " was taken, and counts as refused");
    }
  }

  @Override
  public void remembered(Remembered change) {
    Intent before = change.before().intent();
    Intent after = change.after().intent();
    boolean accepted = after != null && after.outcome() == Outcome.ACCEPTED;
    boolean already = before != null
        && after != null
        && before.id().equals(after.id())
        && before.outcome() == Outcome.ACCEPTED;
    if (accepted && !already && answers.get(change.invocation().number()) != Outcome.ACCEPTED) {
      broken("an act was written down as accepted, and KMS had not said so");
    }
  }
}
