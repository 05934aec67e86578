package io.github.keymend.lab.cli;

import io.github.keymend.lab.docs.GeneratedParts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the generated parts of the documentation anew, or says which ones are old. */
@Command(
    name = "docs",
    description =
        "Make the generated parts of the documentation anew: the picture of the workflow, the decision table.")
final class DocsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(names = "--check", description = "Write nothing; exit with 1 if a part is old.")
  private boolean check;

  @Override
  public Integer call() {
    Path root = Path.of(System.getProperty("keymend.home", ""));
    List<String> outdated = GeneratedParts.outdated(root);
    for (String part : outdated) {
      spec.commandLine().getOut().println((check ? "old: " : "made anew: ") + part);
    }
    if (!check) {
      GeneratedParts.write(root);
    }
    return check && !outdated.isEmpty() ? ExitStatus.MISSED : ExitStatus.OK;
  }
}
