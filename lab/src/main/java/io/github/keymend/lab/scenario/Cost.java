package io.github.keymend.lab.scenario;

import io.github.keymend.lab.asl.run.Price;
import java.math.BigDecimal;

/**
 * What the repairs of a scenario cost on AWS; the sweeps, which run anyway, are left out.
 *
 * @param transitions state transitions of Standard workflows, as AWS bills them
 * @param lambdaCalls calls of functions by the workflow
 */
public record Cost(int transitions, int lambdaCalls) {
  /** Lambda pricing, US East (N. Virginia): US dollars for a million requests. */
  static final BigDecimal USD_PER_MILLION_CALLS = new BigDecimal("0.20");

  /** Lambda pricing, US East (N. Virginia), arm64: US dollars for a second of a gigabyte. */
  static final BigDecimal USD_PER_GB_SECOND = new BigDecimal("0.0000133334");

  /** What a call is taken for: half a gigabyte, as the template has it, for one second. An assumption, a generous one. */
  static final BigDecimal GB_SECONDS_PER_CALL = new BigDecimal("0.5");

  /** US dollars for both, free tiers left out. */
  public BigDecimal usd() {
    BigDecimal calls = BigDecimal.valueOf(lambdaCalls);
    return Price.STANDARD
        .of(transitions)
        .add(USD_PER_MILLION_CALLS.multiply(calls).movePointLeft(6))
        .add(USD_PER_GB_SECOND.multiply(GB_SECONDS_PER_CALL).multiply(calls));
  }
}
