package io.github.keymend.lab.door;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a string member of a request may look like.
 *
 * @param min fewest characters
 * @param max most characters
 * @param pattern what the whole string must match; null: anything
 * @param sensitive whether its value must never be repeated in a message
 */
record Shape(int min, int max, @Nullable Pattern pattern, boolean sensitive) {
  static Shape text(int min, int max) {
    return new Shape(min, max, null, false);
  }

  static Shape matching(int min, int max, String pattern) {
    return new Shape(min, max, Pattern.compile(pattern), false);
  }

  static Shape sensitive(int min, int max, String pattern) {
    return new Shape(min, max, Pattern.compile(pattern), true);
  }

  boolean fits(String value) {
    return value.length() >= min
        && value.length() <= max
        && (pattern == null || pattern.matcher(value).matches());
  }

  @Override
  public String toString() {
    return min + " to " + max + " characters" + (pattern == null ? "" : " matching " + pattern);
  }
}
