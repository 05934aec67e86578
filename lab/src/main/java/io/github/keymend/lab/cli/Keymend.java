package io.github.keymend.lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command, and the one place where subcommands are registered. */
@Command(
    name = "keymend",
    description =
        "keymend in its lab: custom key stores of a simulated AWS KMS fail, and the"
            + " workflow that is deployed mends them. Only 'doctor' calls AWS, and changes nothing there.",
    subcommands = {
      // one line each, in the order of the help text
      DemoCommand.class,
      RepairCommand.class,
      LabCommand.class,
      ExploreCommand.class,
      DoctorCommand.class,
      DocsCommand.class,
      HelpCommand.class,
    })
public final class Keymend implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  /** Runs a command line; the exit status is one of {@link ExitStatus}. */
  public static void main(String[] args) {
    CommandLine line = commandLine();
    int status = line.execute(args);
    line.getOut().flush();
    System.exit(status);
  }

  /** The command line with its conventions, writing to standard output and standard error. */
  public static CommandLine commandLine() {
    return Conventions.on(new CommandLine(new Keymend()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
