package io.github.keymend.lab.stage.fault;

/**
 * A point in the life of one invocation of a function.
 *
 * @param side before or after the call
 * @param call an operation of AWS's API such as {@code ConnectCustomKeyStore}; {@code find}, {@code all} or {@code change}
 *     of the memory, {@code findBreaker} or {@code changeBreaker}; or {@link #WORK}
 * @param nth which of the invocation's calls of that name, from 1
 */
public record Point(Side side, String call, int nth) {
  /** As a call: all that the function does. */
  public static final String WORK = "the work";

  /** Refuses a call that cannot be the nth. */
  public Point {
    if (nth < 1) {
      throw new IllegalArgumentException("call number " + nth + ": give 1 or more");
    }
  }

  /** The function is called, and has done nothing yet. */
  public static Point start() {
    return before(WORK);
  }

  /** The function has done all its work, and nobody has its answer yet. */
  public static Point end() {
    return after(WORK);
  }

  /** Just before the first call of this name. */
  public static Point before(String call) {
    return new Point(Side.BEFORE, call, 1);
  }

  /** Just after the first call of this name, before the function knows its answer. */
  public static Point after(String call) {
    return new Point(Side.AFTER, call, 1);
  }

  /** The same of a later call of this name. */
  public Point nth(int number) {
    return new Point(side, call, number);
  }
}
