package io.github.keymend.lab.http.control;

import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.StoreType;
import io.github.keymend.lab.service.Secret;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A store that a lab starts with.
 *
 * @param name its name
 * @param type what is behind it
 * @param state the state it starts in
 * @param code why, if that is FAILED
 */
public record StoreWish(
    String name,
    StoreType type,
    ConnectionState state,
    @Nullable String code) {
  /** What a wish looks like. */
  public static final String FORM = "NAME:TYPE[:STATE[:CODE]]";

  /**
   * {@code NAME:TYPE:STATE:CODE}; without a state CONNECTED, a code with FAILED alone.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static StoreWish parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 4 || parts[0].isEmpty()) {
      throw new IllegalArgumentException("a store must look like " + FORM
          + ", such as payments:hsm:FAILED:NETWORK_ERRORS, not '" + text + "'");
    }
    ConnectionState state = parts.length < 3
        ? ConnectionState.CONNECTED
        : Words.parse("state", ConnectionState.class, parts[2]);
    String code = parts.length < 4 ? null : parts[3].toUpperCase(Locale.ROOT);
    if ((state == ConnectionState.FAILED) != (code != null)) {
      throw new IllegalArgumentException(
          "'" + text + "': a store needs a code if it is FAILED, and can have none otherwise");
    }
    return new StoreWish(parts[0], Words.storeType(parts[1]), state, code);
  }

  /**
   * Makes the store: its id. A rejected credential has its cause, which stays until somebody removes it; for every other code
   * the cause is gone, and the next connect succeeds.
   */
  public String grant(SimulatedKms kms) {
    String id = type == StoreType.AWS_CLOUDHSM ? kms.addCloudHsmStore(name) : kms.addXksStore(name);
    if ("INVALID_CREDENTIALS".equals(code)) {
      if (type == StoreType.AWS_CLOUDHSM) {
        kms.kmsUser(id).changePassword(new Secret("changedInHsm1"));
      } else {
        kms.proxy(id).acceptNone();
      }
      kms.connectNow(id);
    } else {
      kms.bring(id, state, code);
    }
    return id;
  }
}
