package io.github.keymend.lab.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses a wrong command line: what is wrong, what would be right, where to read more. */
final class Refusal implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine line = wrong.getCommandLine();
    CommandSpec spec = line.getCommandSpec();
    PrintWriter err = line.getErr();
    err.println(line.getColorScheme().errorText(spec.qualifiedName() + ": " + wrong.getMessage()));
    List<String> names = new ArrayList<>(visible(spec));
    if (!names.isEmpty()) {
      err.println("Valid commands: " + String.join(", ", names));
    }
    err.println("Valid options: " + options(spec));
    err.println("More: " + spec.qualifiedName() + " --help");
    err.flush();
    return ExitStatus.USAGE;
  }

  private static List<String> visible(CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
        .map(each -> each.getKey())
        .toList();
  }

  private static String options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> option.longestName())
        .collect(Collectors.joining(", "));
  }
}
