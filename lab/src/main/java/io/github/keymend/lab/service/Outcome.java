package io.github.keymend.lab.service;

/** What the caller of a {@link Call} got. */
public sealed interface Outcome {
  /** A 200. */
  record Accepted() implements Outcome {}

  /** An error answer: a refusal if the status is below 500, a failure of the service otherwise. */
  record Refused(String type, int status, String message) implements Outcome {}

  /** No answer. */
  record Lost() implements Outcome {}
}
