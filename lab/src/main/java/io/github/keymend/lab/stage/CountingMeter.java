package io.github.keymend.lab.stage;

import io.github.keymend.port.Meter;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the counts instead of writing them to a log. */
public final class CountingMeter implements Meter {
  private final Map<String, Integer> counts = new TreeMap<>();

  @Override
  public void count(String metric) {
    counts.merge(metric, 1, Integer::sum);
  }

  @Override
  public void flush() {
    // nothing is on its way anywhere
  }

  /** What was counted. */
  public Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
