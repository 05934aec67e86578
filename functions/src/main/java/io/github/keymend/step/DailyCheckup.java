package io.github.keymend.step;

import io.github.keymend.domain.checkup.Checkup;
import io.github.keymend.domain.checkup.Examining;
import io.github.keymend.domain.checkup.NamedSecret;
import io.github.keymend.domain.checkup.Shown;
import io.github.keymend.domain.checkup.Trouble;
import io.github.keymend.domain.message.CheckupLetter;
import io.github.keymend.port.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day, with the first sweep of it: a look at what keymend stands on. Each trouble is told once a day. */
final class DailyCheckup {
  /** How many troubles there were; one of the application's metrics. */
  static final String FINDINGS = "DoctorFindings";

  /** Counted where nobody listens; the alarm NobodyListens of the template is on it. */
  static final String UNHEARD = "NobodyListens";

  private static final Logger LOG = LoggerFactory.getLogger(DailyCheckup.class);
  private final World world;

  private DailyCheckup(World world) {
    this.world = world;
  }

  /**
   * Looks, if it is time to.
   *
   * @throws io.github.keymend.port.TransientException where something was not answered; another sweep goes on
   */
  static void run(World world) {
    Instant now = world.clock().instant();
    Checkup read = world.checkups().read();
    if (read.isDue(now)) {
      Checkup begun = read.begun(now);
      if (world.checkups().replace(read, begun)) {
        new DailyCheckup(world).look(begun, now);
      }
    }
  }

  private void look(Checkup begun, Instant now) {
    Checkup checkup = begun;
    for (Trouble trouble : troubles()) {
      if (!checkup.hasTold(trouble)) {
        tell(trouble, checkup, now);
        checkup = remember(checkup, checkup.told(trouble));
      }
    }
    remember(checkup, checkup.over());
  }

  private List<Trouble> troubles() {
    Surroundings surroundings = world.surroundings();
    List<Trouble> troubles = new ArrayList<>();
    Examining.listeners(surroundings.topicArn(), surroundings.confirmedSubscribers())
        .ifPresent(troubles::add);
    for (String arn : new TreeSet<>(world.settings().secrets().values())) {
      Shown<NamedSecret> secret = surroundings.secret(arn);
      Examining.secret(arn, secret).ifPresent(troubles::add);
      keyOf(secret)
          .flatMap(keyId -> Examining.key(arn, keyId, surroundings.key(keyId)))
          .ifPresent(troubles::add);
    }
    return troubles;
  }

  private static Optional<String> keyOf(Shown<NamedSecret> secret) {
    return secret instanceof Shown.There<NamedSecret> there
        ? Optional.ofNullable(there.value().kmsKeyId())
        : Optional.empty();
  }

  private void tell(Trouble trouble, Checkup checkup, Instant now) {
    // In the log too: where nobody listens it is the only place.
    LOG.error("{}: {} {}", trouble.title(), trouble.what(), trouble.remedy());
    if (trouble.id().equals(Examining.NOBODY_LISTENS)) {
      world.meter().count(UNHEARD);
    } else {
      world.messenger().send(CheckupLetter.of(trouble, checkup.day(), now));
    }
    world.meter().count(FINDINGS);
  }

  private Checkup remember(Checkup read, Checkup next) {
    if (!world.checkups().replace(read, next)) {
      LOG.warn("another sweep has taken the daily look over");
    }
    return next;
  }
}
