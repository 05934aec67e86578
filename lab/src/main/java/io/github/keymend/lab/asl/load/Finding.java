package io.github.keymend.lab.asl.load;

/**
 * Something in a workflow file that is refused.
 *
 * @param where the state, or an empty text for the file as a whole
 * @param problem what is wrong and what would be right
 */
public record Finding(String where, String problem) {
  @Override
  public String toString() {
    return where.isEmpty() ? problem : "state '" + where + "': " + problem;
  }
}
