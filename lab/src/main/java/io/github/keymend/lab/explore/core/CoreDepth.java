package io.github.keymend.lab.explore.core;

import io.github.keymend.lab.explore.stage.Depth;
import io.github.keymend.lab.explore.stage.Machinery;
import io.github.keymend.lab.explore.stage.Props;
import io.github.keymend.port.StoreItems;
import io.github.keymend.step.World;
import java.util.function.UnaryOperator;

/** Domain and handlers as they are; ports, SDK and workflow replaced by the short way. */
public final class CoreDepth implements Depth {
  private final UnaryOperator<World> change;

  /** As it is. */
  public CoreDepth() {
    this(UnaryOperator.identity());
  }

  /** With the world of every function changed, to see what becomes of it. */
  public CoreDepth(UnaryOperator<World> change) {
    this.change = change;
  }

  @Override
  public StoreItems memory() {
    return new PlainStoreItems();
  }

  @Override
  public Machinery build(Props props) {
    return new CoreMachinery(props, change);
  }
}
