package io.github.keymend.lab.asl.query;

import java.util.Set;

/**
 * The functions an expression may call: those of JSONata 2.0.6, plus what Step Functions adds and the runner provides
 * (Step Functions developer guide, "Transforming data with JSONata").
 */
final class Builtins {
  private static final Set<String> KNOWN = Set.of(
      "string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join match replace base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl number abs floor ceil round power sqrt formatNumber formatBase formatInteger parseInteger sum max min average count append sort reverse distinct zip keys lookup spread merge sift each error assert type boolean not exists map filter single reduce now millis fromMillis toMillis clone parse uuid"
          .split(" "));
  private static final Set<String> UNREPEATABLE = Set.of("random", "shuffle");
  private static final Set<String> NOT_PROVIDED = Set.of("hash", "partition", "range");

  private Builtins() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }

  /** Why the function is refused, or an empty text. */
  static String refusal(String name) {
    if (name.equals("eval")) {
      return "$eval is not available in Step Functions";
    }
    if (UNREPEATABLE.contains(name)) {
      return "$" + name + " is refused, because a run could not be repeated";
    }
    return NOT_PROVIDED.contains(name)
        ? "$" + name + " is not provided by the runner; use JSONata's own functions"
        : "";
  }
}
