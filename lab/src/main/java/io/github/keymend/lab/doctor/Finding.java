package io.github.keymend.lab.doctor;

/** What one check found. */
public sealed interface Finding {
  /** The check, such as {@code trail}. */
  String check();

  /** What was seen. */
  String seen();

  /** As it should be. */
  record Fine(String check, String seen) implements Finding {}

  /** keymend works, but not as well as it could, or may soon stop to. */
  record Warning(String check, String seen, Advice advice) implements Finding {}

  /** keymend does not do its work, or would fail when it is needed. */
  record Fault(String check, String seen, Advice advice) implements Finding {}

  /** The caller may not see it, or AWS did not answer: nobody knows, which is not the same as fine. */
  record CannotTell(String check, String seen, Advice advice) implements Finding {}

  /**
   * What to make of a finding.
   *
   * @param why why it matters
   * @param remedy the command or the console step that mends it
   */
  record Advice(String why, String remedy) {}

  /** As it should be. */
  static Finding fine(String check, String seen) {
    return new Fine(check, seen);
  }

  /** Something to know of. */
  static Finding warning(String check, String seen, String why, String remedy) {
    return new Warning(check, seen, new Advice(why, remedy));
  }

  /** Something to mend. */
  static Finding fault(String check, String seen, String why, String remedy) {
    return new Fault(check, seen, new Advice(why, remedy));
  }
}
