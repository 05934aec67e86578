package io.github.keymend.lab.docs;

/**
 * One part of a file of the documentation, between two marks, that is made and not written.
 *
 * @param file the file, relative to the root of the project
 * @param name the name in its marks
 * @param text what is to stand between them, lines ended by {@code \n}
 */
public record GeneratedPart(String file, String name, String text) {
  /**
   * The content of the file with this part made anew.
   *
   * @throws IllegalArgumentException where the marks are missing
   */
  public String in(String content) {
    String begin = "<!-- begin " + name + ": made by ./keymend docs -->\n";
    String end = "<!-- end " + name + " -->";
    int from = content.indexOf(begin);
    int to = content.indexOf(end, Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException(
          file + " lacks the marks of its part " + name + ": " + begin.strip() + " and " + end);
    }
    return content.substring(0, from + begin.length()) + text + content.substring(to);
  }
}
