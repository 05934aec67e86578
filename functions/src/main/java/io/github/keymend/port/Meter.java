package io.github.keymend.port;

/** Counts what happens, for the operator's metrics. */
public interface Meter {
  /** Counts one occurrence. */
  void count(String metric);

  /** Hands over what was counted; called once at the end of an invocation. */
  void flush();
}
