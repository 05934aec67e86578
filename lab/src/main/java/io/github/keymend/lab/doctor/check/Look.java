package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Finding.Advice;
import io.github.keymend.lab.doctor.Sight;
import java.util.List;
import java.util.function.Function;

/** From a sight to findings: what could not be seen is a finding of its own, never a silent pass. */
final class Look {
  private Look() {}

  /**
   * What to think of a sight.
   *
   * @param check the check
   * @param sight what came of the question
   * @param seen judges what was seen
   * @param absent judges that there is no such thing
   */
  static <T> List<Finding> at(
      String check,
      Sight<T> sight,
      Function<T, List<Finding>> seen,
      Function<String, Finding> absent) {
    if (sight instanceof Sight.Seen<T> is) {
      return seen.apply(is.value());
    }
    if (sight instanceof Sight.Absent<T> none) {
      return List.of(absent.apply(none.what()));
    }
    return List.of(unseen(check, sight));
  }

  /** The finding that nobody knows. */
  static Finding unseen(String check, Sight<?> sight) {
    if (sight instanceof Sight.Denied<?> denied) {
      return new Finding.CannotTell(
          check,
          "you may not call " + denied.permission(),
          new Advice(
              "what doctor does not see it cannot call fine",
              "allow " + denied.permission()
                  + " to whoever runs doctor; SECURITY.md has the whole policy"));
    }
    if (sight instanceof Sight.Unanswered<?> unanswered) {
      return new Finding.CannotTell(
          check,
          unanswered.action() + " was not answered: " + unanswered.error(),
          new Advice(
              "what doctor does not see it cannot call fine",
              "try again; if it stays so, see the AWS Health Dashboard"));
    }
    throw new IllegalArgumentException("it was seen, or it is absent: " + sight);
  }
}
