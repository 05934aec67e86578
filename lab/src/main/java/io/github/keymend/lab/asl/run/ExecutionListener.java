package io.github.keymend.lab.asl.run;

/** Is told everything that happens in an execution, in order. */
@FunctionalInterface
public interface ExecutionListener {
  /** Hears nothing. */
  ExecutionListener NONE = (arn, event) -> {};

  /**
   * Something happened.
   *
   * @param arn of the execution
   */
  void on(String arn, ExecutionEvent event);
}
