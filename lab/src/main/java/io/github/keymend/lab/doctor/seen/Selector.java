package io.github.keymend.lab.doctor.seen;

import java.util.List;
import java.util.Map;

/**
 * Which management events a trail records: those that fit every condition. A classic event selector is written as an
 * advanced one; CloudTrail API reference, AdvancedEventSelector.
 *
 * @param conditions by field, such as {@code eventSource}
 */
public record Selector(Map<String, Condition> conditions) {
  /** A copy. */
  public Selector {
    conditions = Map.copyOf(conditions);
  }

  /**
   * What a field must be like: one of {@code in} where that is not empty, and none of {@code notIn}.
   *
   * @param in patterns; {@code *} at either end stands for anything
   * @param notIn patterns likewise
   */
  public record Condition(List<String> in, List<String> notIn) {
    /** Copies. */
    public Condition {
      in = List.copyOf(in);
      notIn = List.copyOf(notIn);
    }

    /** Whether a value fits. */
    public boolean fits(String value) {
      return (in.isEmpty() || in.stream().anyMatch(each -> matches(each, value)))
          && notIn.stream().noneMatch(each -> matches(each, value));
    }

    private static boolean matches(String pattern, String value) {
      if (pattern.startsWith("*")) {
        return value.endsWith(pattern.substring(1));
      }
      return pattern.endsWith("*")
          ? value.startsWith(pattern.substring(0, pattern.length() - 1))
          : value.equals(pattern);
    }
  }
}
