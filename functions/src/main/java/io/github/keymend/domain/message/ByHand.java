package io.github.keymend.domain.message;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.StoreType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person does without keymend, as steps: KMS refuses an update and a connect until the disconnect is done, which
 * takes minutes, so that the commands must not be given in one breath.
 */
final class ByHand {
  private final Commands commands;

  ByHand(Commands commands) {
    this.commands = commands;
  }

  /** The steps from the state that the store was last seen in. */
  String[] steps(StoreItem item, ConnectionState state, boolean withCredential) {
    String id = item.customKeyStoreId();
    List<String> steps = new ArrayList<>();
    if (state == ConnectionState.FAILED) {
      steps.add(commands.disconnectYourself(id));
      steps.add("wait some minutes, until this shows DISCONNECTED: " + commands.describe(id));
    }
    if (withCredential) {
      steps.add(
          item.identity().type() == StoreType.AWS_CLOUDHSM
              ? commands.updatePasswordYourself(id)
              : commands.updateCredentialYourself(id));
    }
    steps.add(commands.connectYourself(id));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      lines.add((i + 1) + ". " + steps.get(i));
    }
    lines.add("keymend sees CONNECTED and closes the incident.");
    return lines.toArray(String[]::new);
  }
}
