package io.github.keymend.lab.docs;

import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.DecisionTable;
import io.github.keymend.domain.table.Remedy;
import io.github.keymend.domain.table.Row;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The decision table as Markdown: short for the README, whole for the page of its own. */
public final class DecisionTablePage {
  private DecisionTablePage() {}

  /** One line for each error code of a FAILED store. */
  public static String codes() {
    StringBuilder page = new StringBuilder("""
        | `ConnectionErrorCode` | store | remedy | attempts by itself |
        | --- | --- | --- | --- |
        """);
    DecisionTable.rows().stream()
        .filter(row -> row.cause().kind() == Cause.Kind.CODE)
        .forEach(row -> line(
            page, "`" + row.cause().name() + "`", stores(row), words(row.remedy()), attempts(row)));
    line(page, "*any other, or none*", "both", words(Remedy.ASK_A_PERSON), "none");
    return page.toString();
  }

  /** Every row with everything that it says. */
  public static String whole() {
    StringBuilder page = new StringBuilder();
    for (Cause.Kind kind : Cause.Kind.values()) {
      if (DecisionTable.rows().stream().anyMatch(row -> row.cause().kind() == kind)) {
        page.append("\n## ").append(heading(kind)).append("\n\n");
        page.append("""
            | cause | store | means | remedy | attempts by itself | seen to be gone by | a person |
            | --- | --- | --- | --- | --- | --- | --- |
            """);
        DecisionTable.rows().stream()
            .filter(row -> row.cause().kind() == kind)
            .forEach(row -> line(
                page,
                "`" + row.cause().name() + "`",
                stores(row),
                row.meaning(),
                words(row.remedy()),
                attempts(row),
                row.evidence(),
                row.instructions()));
      }
    }
    return page.toString();
  }

  private static String heading(Cause.Kind kind) {
    return switch (kind) {
      case CODE -> "FAILED with a `ConnectionErrorCode`";
      case CONNECT_REFUSED ->
        "`ConnectCustomKeyStore` refused at once: the store stays DISCONNECTED";
      case DISCONNECT_REFUSED -> "`DisconnectCustomKeyStore` refused";
      case UPDATE_REFUSED -> "`UpdateCustomKeyStore` refused: the correction was not taken";
    };
  }

  private static String stores(Row row) {
    return row.types().size() > 1
        ? "both"
        : row.types().contains(StoreType.AWS_CLOUDHSM) ? "CloudHSM" : "external";
  }

  private static String words(Remedy remedy) {
    return remedy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String attempts(Row row) {
    if (row.attempts() == 0) {
      return "none";
    }
    if (row.remedy() == Remedy.CORRECT) {
      return row.attempts() + ", each with a new version of the secret";
    }
    String growing = row.attempts() > 1 ? ", doubled each time" : "";
    return row.attempts() + ", after " + words(row.pause()) + growing;
  }

  private static String words(Duration duration) {
    return duration.toSecondsPart() == 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }

  private static void line(StringBuilder page, String... cells) {
    page.append(Arrays.stream(cells)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |")))
        .append('\n');
  }
}
