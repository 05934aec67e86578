package io.github.keymend.lab.explore.run;

import java.util.List;
import java.util.Random;

/** The one source of chance of a history. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    // Neighbouring seeds of java.util.Random begin alike.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  boolean percent(int of) {
    return random.nextInt(100) < of;
  }

  int below(int end) {
    return random.nextInt(end);
  }

  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  @SafeVarargs
  final <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }

  <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
