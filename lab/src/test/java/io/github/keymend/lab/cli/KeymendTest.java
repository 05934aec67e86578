package io.github.keymend.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class KeymendTest {
  private static final String ESCAPE = "\u001b";

  @Test
  void help_lists_every_command_and_the_exit_statuses() {
    Run run = Run.of("--help");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: keymend").contains("Exit status: 0 all as expected");
    assertThat(Keymend.commandLine().getSubcommands().keySet())
        .allSatisfy(command -> assertThat(run.out()).contains("\n  " + command + " "));
  }

  static Stream<List<String>> commands() {
    return commands(List.of(), Keymend.commandLine());
  }

  private static Stream<List<String>> commands(List<String> path, CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .filter(each -> !each.getKey().equals("help"))
        .flatMap(each -> {
          List<String> here =
              Stream.concat(path.stream(), Stream.of(each.getKey())).toList();
          return Stream.concat(Stream.of(here), commands(here, each.getValue()));
        });
  }

  private static CommandLine line(List<String> command) {
    CommandLine line = Keymend.commandLine();
    for (String name : command) {
      line = Objects.requireNonNull(line.getSubcommands().get(name));
    }
    return line;
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("commands")
  void every_command_has_a_help_text_that_describes_each_option(List<String> command) {
    Run run = Run.of(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).startsWith("Usage: keymend " + String.join(" ", command));
    CommandLine line = line(command);
    assertThat(line.getCommandSpec().usageMessage().description()).isNotEmpty();
    assertThat(line.getCommandSpec().options())
        .allSatisfy(
            option -> assertThat(option.description()).as(option.longestName()).isNotEmpty());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("commands")
  void every_command_refuses_an_unknown_option_and_lists_the_valid_ones(List<String> command) {
    List<String> args = new ArrayList<>(command);
    line(command).getCommandSpec().positionalParameters().stream()
        .filter(each -> each.arity().min() > 0)
        .forEach(each -> args.add("1"));
    args.add("--no-such-option");

    Run run = Run.of(args.toArray(String[]::new));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--no-such-option", "Valid options: ", "--help");
  }

  @Test
  void the_version_is_told() {
    Run run = Run.of("--version");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).startsWith("keymend ").contains("Java " + Runtime.version());
  }

  @Test
  void an_unknown_command_is_refused_and_the_valid_ones_are_listed() {
    Run run = Run.of("mend");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("'mend'")
        .contains("Valid commands: "
            + String.join(", ", Keymend.commandLine().getSubcommands().keySet()));
  }

  @Test
  void no_command_is_refused_and_the_valid_ones_are_listed() {
    Run run = Run.of();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Missing command", "Valid commands: ");
  }

  @Test
  void without_a_terminal_there_is_no_colour() {
    assertThat(Run.of("--help").out()).doesNotContain(ESCAPE);
    assertThat(Run.of("mend").err()).doesNotContain(ESCAPE);
  }
}
