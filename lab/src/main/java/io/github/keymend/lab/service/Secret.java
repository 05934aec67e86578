package io.github.keymend.lab.service;

/**
 * A value that must not be seen: it prints as stars, so that no log, message or failed assertion shows it.
 *
 * @param value the secret itself
 */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
