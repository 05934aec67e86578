package io.github.keymend.lab.explore.stage;

/** The process of an invocation dies. An {@link Error}, so that no handler's catch holds it up. */
final class Died extends Error {
  private static final long serialVersionUID = 1L;

  Died() {
    super("the process died", null, false, false);
  }
}
