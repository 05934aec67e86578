package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what was seen counts: reads of KMS may be minutes old. */
public final class Counting {
  /** How long a FAILED after a CONNECTED may be a stale read. */
  static final Duration AFTER_CONNECTED = Duration.ofMinutes(10);

  private Counting() {}

  /**
   * Whether the last look's FAILED counts: two looks agree, no CONNECTED was seen in the last 10 minutes, and no
   * act of ours is still on its way.
   */
  public static boolean counts(StoreItem item, Instant now) {
    return isAgreed(item, now) && !actUnderWay(item, now);
  }

  /** Whether two looks agree on FAILED and it is not the shadow of a FAILED before the last CONNECTED. */
  static boolean isAgreed(StoreItem item, Instant now) {
    Seen seen = item.lastSeen();
    return seen.is(ConnectionState.FAILED) && seen.agrees() && !connectedLately(item, now);
  }

  /**
   * Whether a CONNECTED or CONNECTING counts. Not within 10 minutes after our disconnect was or may have been taken, unless
   * a later connect is known of: it may be what somebody had made of the store before, and we took down.
   */
  public static boolean connectCounts(StoreItem item, Instant now) {
    Instant ours = ourDisconnect(item);
    if (ours == null || !now.isBefore(ours.plus(Intent.SETTLING))) {
      return true;
    }
    Instant connect = item.people().connectAcceptedAt();
    return connect != null && connect.isAfter(ours);
  }

  /** When our last disconnect was, or may have been, taken. */
  private static @Nullable Instant ourDisconnect(StoreItem item) {
    Intent intent = item.intent();
    boolean maybe = intent != null && intent.act() == Act.DISCONNECT && !isVoid(intent);
    return intent != null && maybe ? intent.at() : item.disconnectedAt();
  }

  private static boolean isVoid(Intent intent) {
    return intent.outcome() == Outcome.REFUSED || intent.outcome() == Outcome.NOT_MADE;
  }

  /**
   * Before when a FAILED may still be the one before a foreign connect that was heard of; no command changes how old a
   * read is.
   */
  static Instant foreignConnectSettledAt(StoreItem item) {
    Instant connect = item.people().foreignConnectAt();
    return connect == null ? Instant.MIN : connect.plus(Intent.SETTLING);
  }

  static boolean connectedLately(StoreItem item, Instant now) {
    Instant connected = item.lastConnected();
    return connected != null && now.isBefore(connected.plus(AFTER_CONNECTED));
  }

  /** Whether a FAILED seen then may be the shadow of the one before our act. */
  static boolean actUnderWay(StoreItem item, Instant now) {
    Intent intent = item.intent();
    boolean settling = intent != null && intent.act() != Act.CORRECT && intent.isSettling(now);
    return settling || isBeforeOurDisconnect(item, now);
  }

  /**
   * Reads may go back in time: after our disconnect and without a connect of ours since, a FAILED is an old one, also
   * when KMS has refused one in between.
   */
  private static boolean isBeforeOurDisconnect(StoreItem item, Instant now) {
    Intent intent = item.intent();
    Instant ours = ourDisconnect(item);
    boolean connected = intent != null && intent.act() == Act.CONNECT && !isVoid(intent);
    return ours != null
        && !connected
        && item.ours() != Ours.NONE
        && now.isBefore(ours.plus(Intent.SETTLING));
  }
}
