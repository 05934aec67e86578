package io.github.keymend.lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What every command has in common: {@code --help} and {@code --version}, the exit statuses, how a wrong command line is
 * refused, and colour on a terminal alone ({@code NO_COLOR} switches it off there too).
 */
final class Conventions {
  private static final String EXIT_STATUS = String.join(
      System.lineSeparator(),
      "",
      "Exit status: 0 all as expected, 1 an expectation was missed,",
      "2 the command line was not understood, or what it names is not there,",
      "3 doctor found no fault but could not look at everything, 70 a bug of the lab.",
      "");

  private Conventions() {}

  static CommandLine on(CommandLine root) {
    everywhere(root);
    return root.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO))
        .setParameterExceptionHandler(new Refusal());
  }

  private static void everywhere(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    boolean isHelp = spec.helpCommand();
    if (!isHelp) {
      spec.addOption(OptionSpec.builder("-h", "--help")
          .usageHelp(true)
          .description("Show this help and exit.")
          .build());
    }
    if (spec.parent() == null) {
      spec.addOption(OptionSpec.builder("-V", "--version")
          .versionHelp(true)
          .description("Show the version and exit.")
          .build());
      spec.versionProvider(new Version());
    }
    spec.exitCodeOnInvalidInput(ExitStatus.USAGE);
    spec.exitCodeOnExecutionException(ExitStatus.BROKEN);
    IHelpSectionRenderer exitStatus = help -> EXIT_STATUS;
    line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER, exitStatus);
    line.getSubcommands().values().forEach(Conventions::everywhere);
  }
}
