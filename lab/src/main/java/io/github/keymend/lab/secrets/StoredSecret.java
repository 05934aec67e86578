package io.github.keymend.lab.secrets;

import io.github.keymend.lab.service.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One secret with its versions, oldest first. */
final class StoredSecret {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  final String arn;
  final String name;
  private final List<SecretVersion> versions = new ArrayList<>();

  StoredSecret(String arn, String name) {
    this.arn = arn;
    this.name = name;
  }

  /** Puts a version: it becomes AWSCURRENT, what was AWSCURRENT becomes AWSPREVIOUS, what was that loses its stage. */
  SecretVersion put(String versionId, Instant now, Secret value) {
    versions.replaceAll(StoredSecret::demote);
    var version = new SecretVersion(versionId, now, Set.of(CURRENT), value);
    versions.add(version);
    return version;
  }

  List<SecretVersion> versions() {
    return versions;
  }

  Optional<SecretVersion> find(@Nullable String versionId, @Nullable String stage) {
    String wantedStage = versionId == null && stage == null ? CURRENT : stage;
    return versions.stream()
        .filter(version -> versionId == null || version.id().equals(versionId))
        .filter(version -> wantedStage == null || version.stages().contains(wantedStage))
        .findFirst();
  }

  private static SecretVersion demote(SecretVersion version) {
    Set<String> stages = version.stages().contains(CURRENT) ? Set.of(PREVIOUS) : Set.of();
    return new SecretVersion(version.id(), version.created(), stages, version.value());
  }
}
