package io.github.keymend.lab.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.account.AccountKeys;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.Ailments;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallFaults;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** GetSecretValue, ListSecretVersionIds, DescribeSecret and PutSecretValue, and a way for the lab to make secrets. */
public final class SimulatedSecrets {
  /** Versions per page without MaxResults; the largest MaxResults too (Secrets Manager API, ListSecretVersionIds). */
  static final int PAGE = 100;

  private final Clock clock;
  private final Place place;
  private final CallGate gate;
  private final Ailments ailments;
  private final Map<String, StoredSecret> byArn = new LinkedHashMap<>();

  /** A Secrets Manager without secrets. */
  public SimulatedSecrets(Clock clock, Place place, Ailments ailments) {
    this.clock = clock;
    this.ailments = ailments;
    this.place = place;
    this.gate = new CallGate(
        clock,
        Set.of("GetSecretValue", "ListSecretVersionIds", "DescribeSecret", "PutSecretValue"));
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

  /**
   * PutSecretValue.
   *
   * @param token ClientRequestToken: becomes the version's id, and lets a repeated call change nothing; null: made up
   */
  public FoundVersion put(Caller caller, String secretId, @Nullable String token, Secret value) {
    return gate.pass(Call.of("PutSecretValue", secretId, caller), () -> {
      StoredSecret secret = require(secretId);
      Optional<SecretVersion> same = token == null ? Optional.empty() : secret.find(token, null);
      if (same.filter(version -> !version.value().equals(value)).isPresent()) {
        throw SecretsErrors.versionExists(String.valueOf(token));
      }
      SecretVersion version = same.orElseGet(() -> {
        String name = secret.arn + "#" + secret.versions().size();
        String id =
            token != null ? token : UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
        return secret.put(id, clock.instant(), value);
      });
      return new FoundVersion(secret.arn, secret.name, version);
    });
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

  /** DescribeSecret: all about a secret but its values. */
  public DescribedSecret describe(Caller caller, String secretId) {
    return gate.pass(Call.of("DescribeSecret", secretId, caller), () -> {
      if (ailments.has(Ailment.SECRET_GONE)) {
        throw SecretsErrors.notFound();
      }
      StoredSecret secret = require(secretId);
      String key = ailments.has(Ailment.SECRET_KEY_IN_STORE)
          ? AccountKeys.IN_STORE.arn()
          : ailments.has(Ailment.SECRET_KEY_OWN) ? AccountKeys.OWN.arn() : null;
      Instant deleted = ailments.has(Ailment.SECRET_DELETED) ? clock.instant() : null;
      return new DescribedSecret(
          secret.arn, secret.name, key, deleted, List.copyOf(secret.versions()));
    });
  }

  /** Tells {@code listener} every call when it has been answered. */
  public void onCall(Consumer<CallRecord> listener) {
    gate.onCall(listener);
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
