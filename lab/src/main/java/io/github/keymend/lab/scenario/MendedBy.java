package io.github.keymend.lab.scenario;

/** Who brought a store to CONNECTED. */
public enum MendedBy {
  /** Nobody: it is not CONNECTED, or was all the time. */
  NOBODY("nobody"),
  /** keymend, with no help. */
  KEYMEND("keymend"),
  /** keymend, after a person had mended something or given a command. */
  KEYMEND_AFTER_A_PERSON("keymend after a person"),
  /** A person's own connect. */
  PERSON("a person");

  private final String words;

  MendedBy(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
