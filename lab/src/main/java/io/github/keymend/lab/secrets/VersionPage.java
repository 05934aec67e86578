package io.github.keymend.lab.secrets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of ListSecretVersionIds.
 *
 * @param arn the secret's ARN
 * @param name the secret's name
 * @param versions the versions, oldest first
 * @param nextToken where the next page begins; null: there is none
 */
public record VersionPage(
    String arn,
    String name,
    List<SecretVersion> versions,
    @Nullable String nextToken) {
  /** Keeps a copy of the list. */
  public VersionPage {
    versions = List.copyOf(versions);
  }
}
