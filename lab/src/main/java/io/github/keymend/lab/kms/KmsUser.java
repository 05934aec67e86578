package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.Secret;
import java.util.Optional;

/**
 * The crypto user {@code kmsuser} inside a CloudHSM cluster, as which KMS logs in. Five wrong passwords in a row lock it;
 * only an HSM admin's change of password unlocks it (CloudHSM User Guide, loginHSM; KMS Developer Guide, "Fixing an AWS
 * CloudHSM key store").
 */
public final class KmsUser {
  /** Wrong passwords in a row that lock the user. */
  public static final int LOCKED_AFTER = 5;

  /** Who is logged in as kmsuser. */
  public enum Session {
    NOBODY,
    KMS,
    PERSON
  }

  private Secret password;
  private boolean exists = true;
  private int failedLogIns;
  private Session session = Session.NOBODY;

  /** A user who exists, is not locked, and has {@code password}. */
  public KmsUser(Secret password) {
    this.password = password;
  }

  /** Whether the user exists on all HSMs of the cluster. */
  public boolean exists() {
    return exists;
  }

  /** Whether too many wrong passwords locked the user. */
  public boolean isLocked() {
    return failedLogIns >= LOCKED_AFTER;
  }

  /** Wrong passwords since the last right one. */
  public int failedLogIns() {
    return failedLogIns;
  }

  /** Who is logged in. */
  public Session session() {
    return session;
  }

  /** Whether {@code candidate} is the password now; asks nobody and counts nothing. */
  public boolean hasPassword(Secret candidate) {
    return password.equals(candidate);
  }

  /**
   * An HSM admin sets a password, which unlocks the user.
   *
   * @throws IllegalStateException while somebody is logged in as kmsuser, or if the user does not exist
   */
  public void changePassword(Secret changed) {
    if (!exists) {
      throw new IllegalStateException("there is no kmsuser: create it first");
    }
    if (session != Session.NOBODY) {
      throw new IllegalStateException("the password of kmsuser cannot be changed while " + session
          + " is logged in: disconnect or log out first");
    }
    password = changed;
    failedLogIns = 0;
  }

  /** Somebody tries wrong passwords until the user is locked. */
  public void lock() {
    failedLogIns = Math.max(failedLogIns, LOCKED_AFTER);
  }

  /** An HSM admin deletes the user. */
  public void delete() {
    exists = false;
    session = Session.NOBODY;
  }

  /** An HSM admin creates the user, not locked, with {@code initial} as its password. */
  public void create(Secret initial) {
    exists = true;
    password = initial;
    failedLogIns = 0;
    session = Session.NOBODY;
  }

  /** A person logs in as kmsuser with the right password and stays. */
  public void personLogsIn() {
    session = Session.PERSON;
  }

  /** The person logs out. */
  public void personLogsOut() {
    if (session == Session.PERSON) {
      session = Session.NOBODY;
    }
  }

  /** KMS tries to log in; empty if it is in, else why not. A wrong password is counted. */
  Optional<KnownErrorCode> kmsLogsIn(Secret tried) {
    if (!exists) {
      return Optional.of(KnownErrorCode.USER_NOT_FOUND);
    }
    if (isLocked()) {
      return Optional.of(KnownErrorCode.USER_LOCKED_OUT);
    }
    if (!password.equals(tried)) {
      failedLogIns++;
      return Optional.of(KnownErrorCode.INVALID_CREDENTIALS);
    }
    failedLogIns = 0;
    if (session == Session.PERSON) {
      return Optional.of(KnownErrorCode.USER_LOGGED_IN);
    }
    session = Session.KMS;
    return Optional.empty();
  }

  /** KMS, logged in, gives the user a password that it alone knows. */
  void kmsRotates(Secret rotated) {
    password = rotated;
  }

  /** KMS logs out. */
  void kmsLogsOut() {
    if (session == Session.KMS) {
      session = Session.NOBODY;
    }
  }

  /** A log-in with a password that is certainly wrong, for an injected rejection. */
  void countRejection() {
    if (exists && !isLocked()) {
      failedLogIns++;
    }
  }
}
