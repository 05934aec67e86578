package io.github.keymend.lab.http.control;

import io.github.keymend.lab.kms.StoreType;
import java.util.Arrays;
import java.util.Locale;

/** The words of the control path and of the command line. */
public final class Words {
  private Words() {}

  /**
   * A constant by its name, in whatever case and with dashes or underscores.
   *
   * @throws IllegalArgumentException if there is none; it names the ones there are
   */
  public static <E extends Enum<E>> E parse(String what, Class<E> type, String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + what + "' must be one of "
            + Arrays.toString(type.getEnumConstants()) + ", not '" + word + "'"));
  }

  /** A store's type, as AWS calls it or shorter. */
  public static StoreType storeType(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "hsm", "cloudhsm", "aws_cloudhsm" -> StoreType.AWS_CLOUDHSM;
      case "xks", "external", "external_key_store" -> StoreType.EXTERNAL_KEY_STORE;
      default ->
        throw new IllegalArgumentException(
            "a store's type must be hsm (AWS_CLOUDHSM) or xks (EXTERNAL_KEY_STORE), not '" + word
                + "'");
    };
  }
}
