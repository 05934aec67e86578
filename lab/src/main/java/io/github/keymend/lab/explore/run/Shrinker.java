package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.history.TimedAction;
import io.github.keymend.lab.explore.rule.Breach;
import java.util.ArrayList;
import java.util.List;

/** Makes a history that breaks a rule as short as it gets while the same rule still breaks. */
public final class Shrinker {
  private Shrinker() {}

  /** The shortest found; the history itself where it breaks no rule. */
  public static History shrink(Player player, History history) {
    String rule = broken(player, history);
    if (rule.isEmpty()) {
      return history;
    }
    History smallest = history;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int size = Math.max(1, smallest.actions().size() / 2); size >= 1; size /= 2) {
        for (int from = 0; from + size <= smallest.actions().size(); ) {
          List<TimedAction> fewer = new ArrayList<>(smallest.actions());
          fewer.subList(from, from + size).clear();
          History candidate = smallest.with(fewer);
          if (broken(player, candidate).equals(rule)) {
            smallest = candidate;
            smaller = true;
          } else {
            from++;
          }
        }
      }
    }
    return smallest;
  }

  private static String broken(Player player, History history) {
    return player.play(history).broken().map(Breach::rule).orElse("");
  }
}
