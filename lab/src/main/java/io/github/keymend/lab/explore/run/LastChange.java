package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.stage.Witness;
import io.github.keymend.lab.kms.StateChange;
import java.time.Duration;
import java.time.Instant;

/** When a store last changed. */
final class LastChange implements Witness {
  private Instant at = Instant.EPOCH;

  @Override
  public void changed(StateChange change) {
    at = change.at();
  }

  boolean isWithin(Duration time, Instant now) {
    return at.plus(time).isAfter(now);
  }
}
