package io.github.keymend.domain.table;

import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What keymend does about what: the one place where a cause's treatment is decided. */
public final class DecisionTable {
  private static final List<Row> ROWS = Stream.of(
          HsmRows.ROWS, XksRows.ROWS, ConnectRows.ROWS, UpdateRows.ROWS)
      .flatMap(List::stream)
      .toList();

  private DecisionTable() {}

  /** All rows but the default one, in the order of the documentation. */
  public static List<Row> rows() {
    return ROWS;
  }

  /**
   * The row for a cause; a cause that is unknown, absent, or not legal for the store type goes to a person.
   *
   * @param type the store's type
   * @param cause what went wrong
   */
  public static Row row(StoreType type, Cause cause) {
    return ROWS.stream()
        .filter(row -> row.cause().equals(cause) && row.types().contains(type))
        .findFirst()
        .orElseGet(() -> unknown(cause));
  }

  private static Row unknown(Cause cause) {
    return new Row(
        Set.of(StoreType.values()),
        cause,
        Remedy.ASK_A_PERSON,
        0,
        Duration.ZERO,
        "keymend does not know this cause.",
        "Not known.",
        "Look the cause up in the KMS documentation, mend it. If KMS refused a call for lack of"
            + " permission, look at keymend's roles and at service control policies.");
  }
}
