package io.github.keymend.lab.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallFaults;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.Secret;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** GetSecretValue and ListSecretVersionIds, and a way for the lab to put secrets in. */
public final class SimulatedSecrets {
  /** Versions per page without MaxResults; the largest MaxResults too (Secrets Manager API, ListSecretVersionIds). */
  static final int PAGE = 100;

  private final Clock clock;
  private final Place place;
  private final CallGate gate;
  private final Map<String, StoredSecret> byArn = new LinkedHashMap<>();

  /** A Secrets Manager without secrets. */
  public SimulatedSecrets(Clock clock, Place place) {
    this.clock = clock;
    this.place = place;
    this.gate = new CallGate(clock);
  }

  /** Creates a secret without a version: its ARN. */
  public String create(String name) {
    String arn = place.arn("secretsmanager", "secret:" + name + "-LabLab");
    byArn.put(arn, new StoredSecret(arn, name));
    return arn;
  }

  /** Puts a new version, created now, AWSCURRENT: its id. */
  public String put(String arn, String value) {
    StoredSecret secret = require(arn);
    String name = arn + "#" + secret.versions().size();
    String id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    secret.put(id, clock.instant(), new Secret(value));
    return id;
  }

  /** GetSecretValue; without id and stage the version AWSCURRENT. */
  public FoundVersion get(
      Caller caller, String secretId, @Nullable String versionId, @Nullable String stage) {
    String detail = versionId == null ? "" : versionId;
    return gate.pass(new Call("GetSecretValue", secretId, detail, caller), () -> {
      StoredSecret secret = require(secretId);
      SecretVersion version = secret
          .find(versionId, stage)
          .orElseThrow(() -> SecretsErrors.versionNotFound(
              versionId != null
                  ? "VersionId: " + versionId
                  : "staging label: " + (stage == null ? StoredSecret.CURRENT : stage)));
      return new FoundVersion(secret.arn, secret.name, version);
    });
  }

  /** ListSecretVersionIds; versions without a stage only if {@code includeDeprecated}. */
  public VersionPage list(
      Caller caller,
      String secretId,
      boolean includeDeprecated,
      @Nullable Integer maxResults,
      @Nullable String token) {
    return gate.pass(Call.of("ListSecretVersionIds", secretId, caller), () -> {
      StoredSecret secret = require(secretId);
      List<SecretVersion> all = secret.versions().stream()
          .filter(version -> includeDeprecated || !version.stages().isEmpty())
          .toList();
      int from = token == null ? 0 : offset(token, all.size());
      int to = Math.min(all.size(), from + (maxResults == null ? PAGE : maxResults));
      String next = to < all.size() ? Integer.toString(to) : null;
      return new VersionPage(secret.arn, secret.name, all.subList(from, to), next);
    });
  }

  /** What goes wrong with the next calls, by operation name; errors are in {@link SecretsErrors}. */
  public CallFaults callFaults() {
    return gate.faults();
  }

  /** All calls so far, in order. */
  public List<CallRecord> calls() {
    return gate.log();
  }

  private StoredSecret require(String secretId) {
    return byArn.values().stream()
        .filter(secret -> secret.arn.equals(secretId) || secret.name.equals(secretId))
        .findFirst()
        .orElseThrow(SecretsErrors::notFound);
  }

  private static int offset(String token, int size) {
    if (!token.matches("[0-9]{1,6}") || Integer.parseInt(token) > size) {
      throw SecretsErrors.invalidToken();
    }
    return Integer.parseInt(token);
  }
}
