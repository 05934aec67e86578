package io.github.keymend.lab.cli;

/** The exit statuses of every command. */
public final class ExitStatus {
  /** All went as expected. */
  public static final int OK = 0;

  /** The command ran, and an expectation was missed. */
  public static final int MISSED = 1;

  /** The command line was not understood; nothing ran. */
  public static final int USAGE = 2;

  /** Nothing wrong was found, but not everything could be looked at; doctor alone. */
  public static final int UNSEEN = 3;

  /** A bug of the lab: EX_SOFTWARE of sysexits.h. The launcher itself ends with 69. */
  public static final int BROKEN = 70;

  private ExitStatus() {}
}
