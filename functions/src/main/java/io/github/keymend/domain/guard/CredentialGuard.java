package io.github.keymend.domain.guard;

import io.github.keymend.domain.store.ConnectionErrorCode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps keymend from locking {@code kmsuser}: five wrong passwords lock it (KMS developer guide, "How to fix
 * invalid kmsuser credentials"), and one connect may log in more than once. Outlives incidents; only a
 * CONNECTED lifts all of it. For external key stores only the tried versions count.
 *
 * @param rejected whether the last log-in was rejected and nothing new has been given to KMS by us since
 * @param rejections rejected connects since the last CONNECTED, whoever made them
 * @param countedEpisode the beginning of the FAILED that was counted last
 * @param firstFailed the first FAILED that counted since the last CONNECTED
 * @param updatedVersion the version that KMS took from us and that was not connected with yet
 * @param tried the versions that were connected with, or that KMS refused
 */
public record CredentialGuard(
    boolean rejected,
    int rejections,
    @Nullable Instant countedEpisode,
    @Nullable Instant firstFailed,
    @Nullable String updatedVersion,
    Set<String> tried) {
  /** Of five that lock the user, two are ours to risk; the rest is the person's. */
  public static final int MOST_REJECTIONS = 2;

  /** A guard that knows of nothing bad. */
  public static final CredentialGuard OPEN =
      new CredentialGuard(false, 0, null, null, null, Set.of());

  /** A defensive copy. */
  public CredentialGuard {
    tried = Collections.unmodifiableSet(new LinkedHashSet<>(tried));
  }

  /** Whether a code tells of a rejected log-in of {@code kmsuser}. */
  public static boolean concerns(@Nullable ConnectionErrorCode code) {
    return ConnectionErrorCode.INVALID_CREDENTIALS.equals(code)
        || ConnectionErrorCode.USER_LOCKED_OUT.equals(code);
  }

  /**
   * The same after a FAILED that counts and tells of a rejected log-in; the same FAILED counts once.
   *
   * @param episode when this FAILED began by our record
   */
  public CredentialGuard rejectedAt(Instant episode) {
    if (episode.equals(countedEpisode)) {
      return this;
    }
    Instant first = firstFailed == null ? episode : firstFailed;
    return new CredentialGuard(true, rejections + 1, episode, first, null, tried);
  }

  /** The same after a FAILED that counts, whatever its code: a secret made after the first one may be tried. */
  public CredentialGuard failedAt(Instant episode) {
    return firstFailed != null
        ? this
        : new CredentialGuard(rejected, rejections, countedEpisode, episode, updatedVersion, tried);
  }

  /** The same after KMS accepted our update with a version. */
  public CredentialGuard updated(String version) {
    return new CredentialGuard(rejected, rejections, countedEpisode, firstFailed, version, tried);
  }

  /** The same before a connect: an updated version counts as tried from here on, whatever comes of it. */
  public CredentialGuard connecting() {
    return updatedVersion == null ? this : tried(updatedVersion);
  }

  /** The same after KMS refused that connect at once: nobody logged in, so the version is as good as before. */
  public CredentialGuard notConnected(String version) {
    Set<String> fewer = new LinkedHashSet<>(tried);
    fewer.remove(version);
    return new CredentialGuard(rejected, rejections, countedEpisode, firstFailed, version, fewer);
  }

  /** The same with a version that may not be tried again. */
  public CredentialGuard tried(String version) {
    Set<String> more = new LinkedHashSet<>(tried);
    more.add(version);
    return new CredentialGuard(rejected, rejections, countedEpisode, firstFailed, null, more);
  }

  /** Whether keymend may connect a CloudHSM store now. No command overrides a no. */
  public boolean mayConnect() {
    return !isSpent() && (!rejected || updatedVersion != null);
  }

  /** Whether the risk is used up: from here on only a person connects. */
  public boolean isSpent() {
    return rejections >= MOST_REJECTIONS;
  }
}
