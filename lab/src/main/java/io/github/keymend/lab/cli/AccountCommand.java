package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Breaks the account around keymend in a lab that is being served, for doctor to find. */
@Command(
    name = "account",
    description = "What is wrong with the account around keymend, for 'keymend doctor' to find;"
        + " without arguments: what is, and what can be.")
final class AccountCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private LabCommand lab;

  @Parameters(index = "0", paramLabel = "ASPECT", arity = "0..1", description = "Such as trail.")
  private @Nullable String aspect;

  @Parameters(
      index = "1",
      paramLabel = "WHAT",
      arity = "0..1",
      description = "Such as excludes-kms; 'fine' heals it.")
  private @Nullable String what;

  @Override
  public Integer call() {
    var client = lab.client();
    JsonNode answer;
    if (aspect == null) {
      answer = client.get("/account");
    } else if (what == null) {
      throw wrong(
          "say what is wrong with '" + aspect + "', or fine: lab account " + aspect + " WHAT");
    } else {
      answer = client.post("/account", LabCommand.object().put(aspect, what));
    }
    return lab.print(answer);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
