package io.github.keymend.lab.asl.run;

import java.math.BigDecimal;

/**
 * The price of Standard workflows.
 *
 * @param usdPerThousand US dollars for 1,000 state transitions; the 4,000 free ones a month are left out
 */
public record Price(BigDecimal usdPerThousand) {
  /** Step Functions pricing, most Regions including US East (N. Virginia). */
  public static final Price STANDARD = new Price(new BigDecimal("0.025"));

  /** US dollars for that many transitions. */
  public BigDecimal of(long transitions) {
    return usdPerThousand.multiply(BigDecimal.valueOf(transitions)).movePointLeft(3);
  }
}
