package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;

/** Asks KMS about keys. */
final class Keys {
  private final KmsClient client;

  Keys(KmsClient client) {
    this.client = client;
  }

  Sight<Key> key(String keyId) {
    return Ask.of("kms:DescribeKey", "the key " + keyId, () -> {
      KeyMetadata key = client.describeKey(request -> request.keyId(keyId)).keyMetadata();
      return new Key(
          key.arn(),
          key.keyStateAsString(),
          key.keyManager() == KeyManagerType.AWS,
          key.customKeyStoreId());
    });
  }
}
