package io.github.keymend.lab.secrets;

import io.github.keymend.lab.service.Secret;
import java.time.Instant;
import java.util.Set;

/**
 * One version of a secret as it is seen now.
 *
 * @param id the version's id
 * @param created when it was put
 * @param stages AWSCURRENT, AWSPREVIOUS, others; empty: the version is deprecated
 * @param value its text
 */
public record SecretVersion(String id, Instant created, Set<String> stages, Secret value) {
  /** Keeps a copy of the stages. */
  public SecretVersion {
    stages = Set.copyOf(stages);
  }
}
