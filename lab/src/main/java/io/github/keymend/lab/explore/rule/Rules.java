package io.github.keymend.lab.explore.rule;

import java.util.List;

/**
 * All rules that every history is held against. Rule 9 is about deployment, not about histories; 12 to 14 are about
 * the way of the workflow, the roles of its functions and what its adapters make of answers; 15 about the
 * breaker of the account, 16 and 17 about a keymend that would be safe and of no use.
 */
public final class Rules {
  private Rules() {}

  /** New ones for one history. */
  public static List<Rule> all() {
    return List.of(
        new DisconnectsOnlyFailed(),
        new RespectsForeignDisconnects(),
        new SparesKmsuser(),
        new OneRepairAtATime(),
        new EverythingEnds(),
        new NeverSilent(),
        new NotLeftDisconnected(),
        new NoSecretShown(),
        new ObserveAndStop(),
        new OffLimits(),
        new EndsAsItWent(),
        new MayDoItsWork(),
        new KnowsTheOutcome(),
        new HoldsBackTogether(),
        new ReadsWhatIsThere(),
        new TriesWhatMayBeTried());
  }
}
