package io.github.keymend.lab.kms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the connects and disconnects of one store. Faults of the same kind are used in the order in which
 * they were given; different kinds combine, so that a connect may be slow and then fail.
 */
public final class StoreFaults {
  /** As the number of times: until {@link #fixed()}. */
  public static final int UNTIL_FIXED = Integer.MAX_VALUE;

  private enum Kind {
    CONNECT_FAILS,
    CONNECT_REFUSED,
    CONNECT_TAKES,
    DISCONNECT_TAKES
  }

  private final StoreType type;
  private final List<Fault> faults = new ArrayList<>();

  StoreFaults(StoreType type) {
    this.type = type;
  }

  /**
   * The next {@code times} connects end FAILED with {@code code}, known or not. INVALID_CREDENTIALS on a CloudHSM store also
   * counts as a wrong password of kmsuser; {@link KmsUser#changePassword} is the more natural way to get it.
   *
   * @throws IllegalArgumentException if AWS documents the code for the other store type alone
   */
  public void failConnects(String code, int times) {
    KnownErrorCode.requireLegal(code, type);
    add(Kind.CONNECT_FAILS, code, null, times);
  }

  /**
   * The next {@code times} connects are refused at once with {@code exception}; the store stays DISCONNECTED.
   *
   * @throws IllegalArgumentException if Connect does not declare the exception, or the store is an external one: external
   *     stores only ever fail asynchronously (KMS API reference, ConnectCustomKeyStore)
   */
  public void refuseConnects(String exception, int times) {
    if (!KmsErrors.SYNCHRONOUS_CONNECT.contains(exception) || type != StoreType.AWS_CLOUDHSM) {
      throw new IllegalArgumentException("Connect of a store of type " + type + " never answers "
          + exception + "; an AWS_CLOUDHSM store may answer " + KmsErrors.SYNCHRONOUS_CONNECT);
    }
    add(Kind.CONNECT_REFUSED, exception, null, times);
  }

  /** The next {@code times} connects take {@code duration}. */
  public void slowConnects(Duration duration, int times) {
    add(Kind.CONNECT_TAKES, "", duration, times);
  }

  /** The next {@code times} connects never end: the store stays CONNECTING until it is disconnected. */
  public void hangConnects(int times) {
    add(Kind.CONNECT_TAKES, "", null, times);
  }

  /** The next {@code times} disconnects take {@code duration}. */
  public void slowDisconnects(Duration duration, int times) {
    add(Kind.DISCONNECT_TAKES, "", duration, times);
  }

  /** The next {@code times} disconnects never end: the store stays DISCONNECTING. */
  public void hangDisconnects(int times) {
    add(Kind.DISCONNECT_TAKES, "", null, times);
  }

  /** The cause of {@code code} is gone: connects no longer fail with it. */
  public void fixed(String code) {
    faults.removeIf(fault -> fault.kind == Kind.CONNECT_FAILS && fault.what.equals(code));
  }

  /** Every cause is gone. */
  public void fixed() {
    faults.clear();
  }

  Optional<String> takeConnectFailure() {
    return take(Kind.CONNECT_FAILS).map(fault -> fault.what);
  }

  Optional<String> takeConnectRefusal() {
    return take(Kind.CONNECT_REFUSED).map(fault -> fault.what);
  }

  /** How long the next connect takes: {@code normal} unless a fault says otherwise, empty if it never ends. */
  Optional<Duration> takeConnectDuration(Duration normal) {
    return duration(Kind.CONNECT_TAKES, normal);
  }

  /** How long the next disconnect takes, likewise. */
  Optional<Duration> takeDisconnectDuration(Duration normal) {
    return duration(Kind.DISCONNECT_TAKES, normal);
  }

  private Optional<Duration> duration(Kind kind, Duration normal) {
    Optional<Fault> fault = take(kind);
    return fault.isPresent() ? Optional.ofNullable(fault.get().takes) : Optional.of(normal);
  }

  private void add(Kind kind, String what, @Nullable Duration takes, int times) {
    if (times < 1) {
      throw new IllegalArgumentException(
          times + " times is no fault at all: give 1 or more, or UNTIL_FIXED");
    }
    faults.add(new Fault(kind, what, takes, times));
  }

  private Optional<Fault> take(Kind kind) {
    Predicate<Fault> sameKind = fault -> fault.kind == kind;
    Optional<Fault> first = faults.stream().filter(sameKind).findFirst();
    first.filter(Fault::usedUp).ifPresent(faults::remove);
    return first;
  }

  private static final class Fault {
    private final Kind kind;
    private final String what;
    private final @Nullable Duration takes;
    private int left;

    private Fault(Kind kind, String what, @Nullable Duration takes, int left) {
      this.kind = kind;
      this.what = what;
      this.takes = takes;
      this.left = left;
    }

    private boolean usedUp() {
      return left != UNTIL_FIXED && --left == 0;
    }
  }
}
