package io.github.keymend.lab.asl.run;

/** Who reports that a call has failed; it decides what the Cause looks like. */
public enum LambdaErrorKind {
  /** The code of the function threw an exception: the Cause is JSON with a stack trace. */
  THROWN,
  /** The function ran into its time-out or its process died: the Cause is JSON without a stack trace. */
  SANDBOX,
  /** The function was not run, or Lambda itself failed: the Cause is a sentence. */
  SERVICE
}
