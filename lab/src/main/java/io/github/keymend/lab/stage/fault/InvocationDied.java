package io.github.keymend.lab.stage.fault;

/** Ends an invocation wherever it is. An Error, so that no code under test takes it for a failure it can deal with. */
final class InvocationDied extends Error {
  private static final long serialVersionUID = 1L;

  InvocationDied(Point point) {
    super("the invocation died " + point);
  }
}
