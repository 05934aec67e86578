package io.github.keymend.lab.stage.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one invocation of a function goes wrong.
 *
 * @param point where
 * @param goesOnAfter when it goes on, unknown to its caller; null: it dies there
 */
public record InvocationFault(Point point, @Nullable Duration goesOnAfter) {
  /** The process of the function dies. */
  public static InvocationFault dies(Point point) {
    return new InvocationFault(point, null);
  }

  /** The caller loses sight of the invocation, which stands still for a while and then goes on to its end. */
  public static InvocationFault goesOn(Point point, Duration after) {
    return new InvocationFault(point, after);
  }
}
