package io.github.keymend.port;

import io.github.keymend.domain.breaker.Breaker;
import java.util.function.Function;

/**
 * What is remembered of the account's circuit breaker: one item beside those of the stores. Reads are consistent. A
 * change is made of what stands there and written only if nobody has written in between; else it is made again of what
 * stands then.
 */
public interface BreakerItem {
  /**
   * What is remembered; {@link Breaker#CLOSED} where nothing ever was.
   *
   * @throws TransientException where the table did not answer
   */
  Breaker find();

  /**
   * Changes what is remembered.
   *
   * @param change may be called more than once; must depend on nothing but its argument and fixed values
   * @return what the change gave back
   * @throws TransientException where the table did not answer, or others kept writing
   */
  <R> R change(Function<Breaker, Change<R>> change);

  /**
   * The result of a change.
   *
   * @param breaker what is to be remembered; the same: nothing is written
   * @param result what to give back
   */
  record Change<R>(Breaker breaker, R result) {}
}
