package io.github.keymend.lab.asl.query;

import java.util.List;
import java.util.Set;

/**
 * What an expression refers to.
 *
 * @param variables names that must be workflow variables, or functions used as a value, without the
 *     dollar sign
 * @param calls functions of the language that it calls, without the dollar sign
 * @param guarded those of the variables that the expression asks {@code $exists} about
 * @param states the paths used under {@code $states}: {@code input}, {@code result}, {@code errorOutput},
 *     {@code context.Execution.Id} …; the data below input, result and errorOutput is left out
 * @param problems what Step Functions or the runner refuses, in words
 */
public record QueryUses(
    Set<String> variables,
    Set<String> calls,
    Set<String> guarded,
    Set<String> states,
    List<String> problems) {
  static QueryUses of(String text) {
    return new UsesReader(Tokens.of(text)).read();
  }
}
