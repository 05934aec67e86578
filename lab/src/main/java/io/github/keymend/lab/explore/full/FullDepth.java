package io.github.keymend.lab.explore.full;

import io.github.keymend.lab.asl.load.AslLoader;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.explore.stage.Depth;
import io.github.keymend.lab.explore.stage.Machinery;
import io.github.keymend.lab.explore.stage.Props;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.port.StoreItems;
import io.github.keymend.step.World;
import java.util.function.UnaryOperator;

/** keymend as deployed: the workflow file with its JSONata, the handlers with JSON and the real SDK. For one thread. */
public final class FullDepth implements Depth {
  private final AslFile workflow;
  private final UnaryOperator<World> change;
  private final SharedClients clients;

  /** With the workflow file and the roles that are deployed. */
  public FullDepth() {
    this(
        AslLoader.load(LabSettings.deployedWorkflow(), Lab.substitutions()),
        UnaryOperator.identity(),
        new DeployedPermissions());
  }

  /** With another workflow, the world of every function changed, or other permissions, to see what becomes of it. */
  public FullDepth(AslFile workflow, UnaryOperator<World> change, Permissions permissions) {
    this.workflow = workflow;
    this.change = change;
    this.clients = new SharedClients(permissions);
  }

  @Override
  public StoreItems memory() {
    return new WrittenStoreItems();
  }

  @Override
  public Machinery build(Props props) {
    return new FullMachinery(props, workflow, clients, change);
  }
}
