package io.github.keymend.step;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.port.CallResult;

/** Connect the store, which is DISCONNECTED by us or by leave of a person. */
public final class ConnectHandler extends ActHandler {
  /** Called by the Lambda runtime. */
  public ConnectHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public ConnectHandler(World world) {
    super(Act.CONNECT, world);
  }

  @Override
  protected CallResult call(StoreItem item, Attempt attempt) {
    return world().acts().connect(item.customKeyStoreId());
  }
}
