package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.rule.Settings;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.StoreItems;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What a depth builds keymend from.
 *
 * @param timeline virtual time
 * @param aws simulated AWS
 * @param lambdas runs invocations
 * @param settings what the operator has set
 * @param topicArn the topic
 * @param stateMachineArn the workflow
 * @param jitter of the retries
 * @param witness is told which states are entered
 * @param fused wraps ports, so that things can go wrong at them
 */
public record Props(
    Timeline timeline,
    Supplier<SimulatedAws> aws,
    Lambdas lambdas,
    Settings settings,
    String topicArn,
    String stateMachineArn,
    DoubleSupplier jitter,
    Witness witness,
    Fused fused) {
  /** The account's breaker. */
  public BreakerItem breaker() {
    return fused.breaker();
  }

  /** The memory. */
  public StoreItems items() {
    return fused.items();
  }
}
