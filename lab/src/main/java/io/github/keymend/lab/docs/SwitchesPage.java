package io.github.keymend.lab.docs;

import io.github.keymend.lab.kms.Switch;
import io.github.keymend.lab.kms.Switches;

/** The switches of the simulated KMS as a table. */
final class SwitchesPage {
  private SwitchesPage() {}

  static String table() {
    var table =
        new StringBuilder("| switch | values | default | what is unknown |\n|---|---|---|---|\n");
    for (Switch each : Switch.values()) {
      table
          .append("| `")
          .append(each.word())
          .append("` | ")
          .append(each.range())
          .append(" | ");
      table.append(each.valueIn(Switches.DEFAULT)).append(" | ").append(each.unknown());
      table.append(" |\n");
    }
    return table.toString();
  }
}
