package io.github.keymend.port;

import io.github.keymend.domain.incident.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call to KMS. The text of an exception is not kept: it might repeat a value that was sent.
 *
 * @param outcome accepted, refused or unknown
 * @param error the name of the exception, where there was one
 */
public record CallResult(Outcome outcome, @Nullable String error) {
  /** KMS answered 200. */
  public static final CallResult ACCEPTED = new CallResult(Outcome.ACCEPTED, null);
}
