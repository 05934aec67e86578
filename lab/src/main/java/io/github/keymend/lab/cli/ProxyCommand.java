package io.github.keymend.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One more proxy of an external key manager, or one more credential that a proxy takes. */
@Command(
    name = "proxy",
    description =
        "One more proxy of an external key manager, or one more credential that a proxy takes.")
final class ProxyCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private LabCommand lab;

  @Parameters(
      paramLabel = "ENDPOINT",
      description = "Where it answers, such as https://proxy.example.com.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String endpoint;

  @Parameters(
      paramLabel = "ACCESS_KEY_ID",
      description = "20 to 30 letters A to Z and digits 2 to 7.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String accessKeyId;

  @Parameters(paramLabel = "SECRET", description = "43 to 64 characters.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String rawSecretAccessKey;

  @Override
  public Integer call() {
    return lab.print(lab.client()
        .post(
            "/backends",
            LabCommand.object()
                .put("proxy", endpoint)
                .put("accessKeyId", accessKeyId)
                .put("rawSecretAccessKey", rawSecretAccessKey)));
  }
}
