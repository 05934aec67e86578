package io.github.keymend.lab.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is wrong with the account now: nothing, at first. */
public final class Ailments {
  private final Set<Ailment> present = EnumSet.noneOf(Ailment.class);

  /** Whether this is wrong. */
  public boolean has(Ailment ailment) {
    return present.contains(ailment);
  }

  /** From now on this is wrong, and nothing else of the same aspect. */
  public void set(Ailment ailment) {
    present.removeAll(Ailment.of(ailment.aspect()));
    present.add(ailment);
  }

  /**
   * The same by words.
   *
   * @param word what is wrong, or {@link Ailment#FINE}
   * @throws IllegalArgumentException if there is no such aspect or word; it names those that there are
   */
  public void set(String aspect, String word) {
    List<Ailment> known = Ailment.of(aspect);
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no aspect '" + aspect + "' of the account; there are " + Ailment.aspects());
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals(Ailment.FINE)) {
      present.removeAll(known);
      return;
    }
    set(known.stream()
        .filter(each -> each.word().equals(lower))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + aspect + "' must be fine or one of "
            + known.stream().map(Ailment::word).toList() + ", not '" + word + "'")));
  }

  /** Aspect to word, all of them. */
  public Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    Ailment.aspects().forEach(each -> words.put(each, Ailment.FINE));
    present.forEach(each -> words.put(each.aspect(), each.word()));
    return words;
  }
}
