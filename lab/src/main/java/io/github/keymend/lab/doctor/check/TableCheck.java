package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import io.github.keymend.lab.doctor.seen.Table;
import java.util.List;
import java.util.function.Function;

/** What keymend remembers is there, and under a key that no failing store takes away. */
public final class TableCheck {
  private static final String CHECK = "table";

  private TableCheck() {}

  /** Judges the table, asking for its key where it has one. */
  public static List<Finding> of(Sight<Table> sight, Function<String, Sight<Key>> keys) {
    return Look.at(
        CHECK,
        sight,
        table -> judge(table, keys),
        what -> Finding.fault(
            CHECK,
            what,
            "without its memory keymend does not act",
            "restore it under the same name from a backup or a point in time, or deploy a new stack"));
  }

  private static List<Finding> judge(Table table, Function<String, Sight<Key>> keys) {
    if (!table.status().equals("ACTIVE") && !table.status().equals("UPDATING")) {
      return List.of(Finding.fault(
          CHECK,
          table.name() + " is " + table.status(),
          "without its memory keymend does not act",
          "aws dynamodb describe-table --table-name " + table.name()
              + " says why; for INACCESSIBLE_ENCRYPTION_CREDENTIALS enable its key"));
    }
    String keyArn = table.kmsKeyArn();
    if (keyArn == null) {
      return List.of(Finding.fine(
          CHECK, table.name() + " is " + table.status() + ", under a key of DynamoDB"));
    }
    return KeyCheck.of(
        CHECK,
        "the table " + table.name(),
        keyArn,
        keys.apply(keyArn),
        "aws dynamodb update-table --table-name " + table.name()
            + " --sse-specification Enabled=false");
  }
}
