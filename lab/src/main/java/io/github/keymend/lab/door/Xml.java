package io.github.keymend.lab.door;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** XML as the query protocol writes it. */
final class Xml {
  private Xml() {}

  /** An element around other elements. */
  static String element(String name, String inside) {
    return "<" + name + ">" + inside + "</" + name + ">";
  }

  /** An element around a text. */
  static String text(String name, Object text) {
    return element(name, escape(text.toString()));
  }

  /** A list: each entry in an element {@code member}. */
  static <T> String list(String name, List<T> entries, Function<T, String> entry) {
    return element(
        name,
        entries.stream()
            .map(each -> element("member", entry.apply(each)))
            .collect(Collectors.joining()));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
