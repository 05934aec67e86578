package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.ServiceError;

/** Finds the key that a KeyId means: a key's id or ARN, an alias's name or ARN; KMS API reference, KeyId. */
final class KeyFinder {
  private static final String ALIAS = "alias/";
  private final Account account;

  KeyFinder(Account account) {
    this.account = account;
  }

  StoreKey find(String keyId) {
    String part = keyId.startsWith("arn:") ? keyId.substring(keyId.lastIndexOf(':') + 1) : keyId;
    return part.startsWith(ALIAS) ? byAlias(part) : byId(part);
  }

  private StoreKey byAlias(String alias) {
    String arn = account.aliases.get(alias);
    if (arn == null) {
      throw notFound("Alias " + account.place.arn("kms", alias) + " is not found.");
    }
    return byId(arn.substring(arn.lastIndexOf(':') + 1));
  }

  private StoreKey byId(String id) {
    String arn = account.place.arn("kms", id.startsWith("key/") ? id : "key/" + id);
    StoreKey key = account.keys.get(arn);
    if (key == null) {
      throw notFound("Key '" + arn + "' does not exist");
    }
    return key;
  }

  private static ServiceError notFound(String message) {
    return ServiceError.refusal("NotFoundException", message);
  }
}
