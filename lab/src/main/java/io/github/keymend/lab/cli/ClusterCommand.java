package io.github.keymend.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One more CloudHSM cluster, which a store can be created on or moved to. */
@Command(
    name = "cluster",
    description = "One more CloudHSM cluster, which a store can be created on or moved to.")
final class ClusterCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init") // by picocli
  private LabCommand lab;

  @Parameters(paramLabel = "CLUSTER", description = "Its id, such as cluster-abcdefghijk.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String cluster;

  @Parameters(paramLabel = "PASSWORD", description = "The password of its kmsuser.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String password;

  @Override
  public Integer call() {
    return lab.print(lab.client()
        .post("/backends", LabCommand.object().put("cluster", cluster).put("password", password)));
  }
}
