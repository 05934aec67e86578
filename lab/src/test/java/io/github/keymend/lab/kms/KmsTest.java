package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.time.Duration;

/** What the tests of the simulated KMS share. */
abstract class KmsTest {
  static final Caller ALICE = Caller.user("alice");

  final Timeline timeline = new Timeline(new VirtualClock());
  final SimulatedKms kms = new SimulatedKms(timeline);

  void minutes(int minutes) {
    timeline.runFor(Duration.ofMinutes(minutes));
  }

  StoreView store(String id) {
    return kms.store(id).orElseThrow();
  }

  /** Connects and waits longer than any documented connect takes. */
  void connectAndWait(String id) {
    kms.connect(ALICE, id);
    minutes(21);
  }

  /** Disconnects and waits longer than any documented disconnect takes. */
  void disconnectAndWait(String id) {
    kms.disconnect(ALICE, id);
    minutes(6);
  }

  /** The type of the error that {@code call} is refused with, "ok" if it is not refused. */
  static String answer(Runnable call) {
    ServiceError refusal = catchThrowableOfType(ServiceError.class, call::run);
    return refusal == null ? "ok" : refusal.type();
  }
}
