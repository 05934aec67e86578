package io.github.keymend.domain.rule;

import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import java.time.Duration;

/** How long KMS may take for a change before it counts as stuck. */
public final class Phase {
  /** CloudHSM connects take up to 20 minutes, XKS ones about 5 (KMS developer guide); 5 minutes on top. */
  public static final Duration CONNECT_LIMIT = Duration.ofMinutes(25);

  /** XKS disconnects take about 5 minutes (KMS developer guide); CloudHSM ones are not documented; twice that. */
  public static final Duration DISCONNECT_LIMIT = Duration.ofMinutes(10);

  private Phase() {}

  /** Whether the change that was seen has taken too long by our record. */
  public static boolean isStuck(Seen seen) {
    return switch (seen.state()) {
      case CONNECTING -> seen.stoodFor().compareTo(CONNECT_LIMIT) >= 0;
      case DISCONNECTING -> seen.stoodFor().compareTo(DISCONNECT_LIMIT) >= 0;
      default -> false;
    };
  }

  /** Whether a state comes after a disconnect was taken. */
  static boolean followsDisconnect(ConnectionState state) {
    return state == ConnectionState.DISCONNECTING || state == ConnectionState.DISCONNECTED;
  }

  /** Whether a state comes after a connect was taken. */
  static boolean followsConnect(ConnectionState state) {
    return state == ConnectionState.CONNECTING || state == ConnectionState.CONNECTED;
  }
}
