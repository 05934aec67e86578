package io.github.keymend.lab.asl.load;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${Name}} before the file is read, textually, as CloudFormation's DefinitionSubstitutions do. */
final class Substitutions {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private Substitutions() {}

  static String apply(String text, Map<String, String> values, Findings findings) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, values, findings)));
  }

  private static String value(MatchResult match, Map<String, String> values, Findings findings) {
    String value = values.get(match.group(1));
    if (value == null) {
      findings.add(
          "",
          "substitution " + match.group() + " has no value; given are "
              + new java.util.TreeSet<>(values.keySet()));
      return match.group();
    }
    return value;
  }
}
