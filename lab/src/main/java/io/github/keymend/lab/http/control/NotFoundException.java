package io.github.keymend.lab.http.control;

/** There is no such store, verb or resource; the message names those that there are. */
public final class NotFoundException extends RuntimeException {
  NotFoundException(String message) {
    super(message);
  }
}
