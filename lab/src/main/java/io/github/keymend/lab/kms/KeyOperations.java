package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys in custom key stores, and what they are used for; KMS API reference. The lab has no other keys: CreateKey without a
 * store is refused.
 */
public final class KeyOperations {
  static final Set<String> CRYPTO = Set.of(
      "Encrypt",
      "Decrypt",
      "ReEncrypt",
      "GenerateDataKey",
      "GenerateDataKeyWithoutPlaintext",
      "GenerateRandom");

  private final Account account;
  private final CallGate gate;
  private final KeyFinder finder;
  private final FakeCrypto crypto = new FakeCrypto();

  KeyOperations(Account account, CallGate gate) {
    this.account = account;
    this.gate = gate;
    this.finder = new KeyFinder(account);
  }

  /**
   * CreateKey in a store.
   *
   * @param origin AWS_CLOUDHSM or EXTERNAL_KEY_STORE, after the store's type
   */
  public StoreKey create(
      Caller caller, String storeId, String origin, String description, @Nullable String xksKeyId) {
    return gate.pass(Call.of("CreateKey", storeId, caller), () -> {
      Store store = account.require(storeId);
      boolean hsm = store.view().type() == StoreType.AWS_CLOUDHSM;
      if (!origin.equals(hsm ? "AWS_CLOUDHSM" : "EXTERNAL_KEY_STORE")
          || hsm != (xksKeyId == null)) {
        throw ServiceError.refusal(
            "UnsupportedOperationException",
            "A key in " + storeId
                + (hsm
                    ? " needs Origin AWS_CLOUDHSM and no XksKeyId."
                    : " needs Origin EXTERNAL_KEY_STORE and an XksKeyId."));
      }
      requireConnected("CreateKey", store);
      if (account.keys.values().stream()
          .anyMatch(key -> key.storeId().equals(storeId)
              && xksKeyId != null
              && xksKeyId.equals(key.xksKeyId()))) {
        throw ServiceError.refusal(
            "XksKeyAlreadyInUseException",
            "The external key " + xksKeyId + " is in use by another KMS key of " + storeId + ".");
      }
      return account.addKey(store, KeyState.ENABLED, description, xksKeyId);
    });
  }

  /** DescribeKey: works in every state of the store. */
  public ShownKey describe(Caller caller, String keyId) {
    return gate.pass(Call.of("DescribeKey", keyId, caller), () -> shown(finder.find(keyId)));
  }

  /** DescribeKey of a key that is not one of the lab's stores. */
  public <T> T described(Caller caller, String keyId, T other) {
    return gate.pass(Call.of("DescribeKey", keyId, caller), () -> other);
  }

  /** ListKeys: all of them. */
  public List<StoreKey> list(Caller caller) {
    Supplier<List<StoreKey>> all = () -> new ArrayList<>(account.keys.values());
    return gate.pass(Call.of("ListKeys", "", caller), all);
  }

  /** CreateAlias. */
  public void alias(Caller caller, String alias, String keyId) {
    gate.pass(Call.of("CreateAlias", alias, caller), () -> {
      if (account.aliases.containsKey(alias)) {
        throw ServiceError.refusal(
            "AlreadyExistsException",
            "An alias with the name " + account.place.arn("kms", alias) + " already exists");
      }
      return Optional.ofNullable(account.aliases.put(alias, finder.find(keyId).arn()));
    });
  }

  /** ListAliases: names and the ARNs of their keys, all or those of one key. */
  public Map<String, String> aliases(Caller caller, @Nullable String keyId) {
    return gate.pass(Call.of("ListAliases", keyId == null ? "" : keyId, caller), () -> {
      String only = keyId == null ? null : finder.find(keyId).arn();
      var found = new java.util.TreeMap<>(account.aliases);
      found.values().removeIf(arn -> only != null && !arn.equals(only));
      return found;
    });
  }

  /** Encrypt, and what is like it: the blob of {@code plaintext} under a key that can be used now. */
  public Encrypted encrypt(
      Caller caller,
      String operation,
      String keyId,
      byte[] plaintext,
      Map<String, String> context) {
    return gate.pass(Call.of(operation, keyId, caller), () -> {
      StoreKey key = usable(finder.find(keyId));
      return new Encrypted(key.arn(), crypto.seal(key, plaintext, context));
    });
  }

  /** Decrypt: the key is named in the blob; one that is given must be the same. */
  public Decrypted decrypt(
      Caller caller, byte[] blob, @Nullable String keyId, Map<String, String> context) {
    return gate.pass(
        Call.of("Decrypt", keyId == null ? "" : keyId, caller), () -> open(blob, keyId, context));
  }

  /** ReEncrypt: what {@code source} opens, under the key {@code keyId}; both keys must be usable. */
  public ReEncrypted reEncrypt(
      Caller caller, Sealed source, String keyId, Map<String, String> context) {
    return gate.pass(Call.of("ReEncrypt", keyId, caller), () -> {
      Decrypted opened = open(source.blob(), source.keyId(), source.context());
      StoreKey key = usable(finder.find(keyId));
      return new ReEncrypted(
          opened.keyArn(), new Encrypted(key.arn(), crypto.seal(key, opened.plaintext(), context)));
    });
  }

  private Decrypted open(byte[] blob, @Nullable String keyId, Map<String, String> context) {
    StoreKey key = finder.find(FakeCrypto.keyId(blob));
    if (keyId != null && !finder.find(keyId).equals(key)) {
      throw ServiceError.refusal(
          "IncorrectKeyException",
          "The key ID in the request does not identify a CMK that can perform this operation.");
    }
    return new Decrypted(usable(key).arn(), crypto.open(key, blob, context));
  }

  /** GenerateRandom, from a CloudHSM store if one is given. */
  public byte[] random(Caller caller, int bytes, @Nullable String storeId) {
    return gate.pass(Call.of("GenerateRandom", storeId == null ? "" : storeId, caller), () -> {
      if (storeId != null) {
        Store store = account.require(storeId);
        if (store.view().type() == StoreType.EXTERNAL_KEY_STORE) {
          throw ServiceError.refusal(
              "UnsupportedOperationException",
              "An external key store does not generate random bytes.");
        }
        requireConnected("GenerateRandom", store);
      }
      return crypto.bytes(bytes);
    });
  }

  /** Bytes for a new data key; each call gives others. */
  public byte[] dataKey(int bytes) {
    return crypto.bytes(bytes);
  }

  /** A key as it is shown now. */
  public ShownKey shown(StoreKey key) {
    StoreView store = account.require(key.storeId()).view();
    return new ShownKey(key, key.shown(store.state()), store);
  }

  private StoreKey usable(StoreKey key) {
    ShownKey shown = shown(key);
    return switch (shown.state()) {
      case ENABLED -> key;
      case DISABLED -> throw ServiceError.refusal("DisabledException", key.arn() + " is disabled.");
      case PENDING_DELETION -> throw invalid(key.arn() + " is pending deletion.");
      case UNAVAILABLE ->
        throw invalid(key.arn() + " is unavailable."
            + (shown.store().type() == StoreType.AWS_CLOUDHSM
                ? ""
                : " Its custom key store is not connected to its external key store proxy."));
    };
  }

  private static void requireConnected(String operation, Store store) {
    if (store.state() == ConnectionState.CONNECTED) {
      return;
    }
    throw store.view().type() == StoreType.AWS_CLOUDHSM
        ? KmsErrors.invalidState(operation, store.id(), store.state())
        : KmsErrors.notConnectedToProxy(operation, store.id(), store.state());
  }

  private static ServiceError invalid(String message) {
    return ServiceError.refusal("KMSInvalidStateException", message);
  }

  /** A key as DescribeKey shows it: its state now, and its store. */
  public record ShownKey(StoreKey key, KeyState state, StoreView store) {}

  /** What Encrypt answers. */
  @SuppressWarnings("ArrayRecordComponent") // made once, written to the wire, never compared
  public record Encrypted(String keyArn, byte[] blob) {}

  /** What Decrypt answers. */
  @SuppressWarnings("ArrayRecordComponent") // likewise
  public record Decrypted(String keyArn, byte[] plaintext) {}

  /**
   * What ReEncrypt starts from.
   *
   * @param blob what was encrypted
   * @param keyId the key that it must be under; null: any
   * @param context its encryption context
   */
  @SuppressWarnings("ArrayRecordComponent") // likewise
  public record Sealed(byte[] blob, @Nullable String keyId, Map<String, String> context) {}

  /** What ReEncrypt answers. */
  public record ReEncrypted(String sourceKeyArn, Encrypted encrypted) {}
}
