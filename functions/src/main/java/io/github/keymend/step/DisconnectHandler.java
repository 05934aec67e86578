package io.github.keymend.step;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.port.CallResult;

/** Disconnect the store, which is FAILED by two agreeing looks. */
public final class DisconnectHandler extends ActHandler {
  /** Called by the Lambda runtime. */
  public DisconnectHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public DisconnectHandler(World world) {
    super(Act.DISCONNECT, world);
  }

  @Override
  protected CallResult call(StoreItem item, Attempt attempt) {
    return world().acts().disconnect(item.customKeyStoreId());
  }
}
