package io.github.keymend.aws;

import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.port.KeyStores;
import io.github.keymend.port.TransientException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CustomKeyStoreNotFoundException;
import software.amazon.awssdk.services.kms.model.DescribeCustomKeyStoresRequest;

/** Reads custom key stores from KMS. Reading may be repeated, so the SDK's own retries are on. */
public final class KmsKeyStores implements KeyStores {
  private final Supplier<KmsClient> kms;

  /** With a client that retries. */
  public KmsKeyStores(Supplier<KmsClient> kms) {
    this.kms = kms;
  }

  @Override
  public Optional<KeyStore> byId(String customKeyStoreId) {
    return first(request -> request.customKeyStoreId(customKeyStoreId));
  }

  @Override
  public Optional<KeyStore> byName(String customKeyStoreName) {
    return first(request -> request.customKeyStoreName(customKeyStoreName));
  }

  @Override
  public List<KeyStore> all() {
    return read(request -> {});
  }

  private Optional<KeyStore> first(Consumer<DescribeCustomKeyStoresRequest.Builder> filter) {
    try {
      return read(filter).stream().findFirst();
    } catch (CustomKeyStoreNotFoundException e) {
      return Optional.empty();
    }
  }

  private List<KeyStore> read(Consumer<DescribeCustomKeyStoresRequest.Builder> filter) {
    try {
      return kms.get().describeCustomKeyStoresPaginator(filter).customKeyStores().stream()
          .map(Describing::store)
          .toList();
    } catch (CustomKeyStoreNotFoundException e) {
      throw e;
    } catch (SdkException e) {
      throw new TransientException(
          "KMS did not describe the custom key stores: " + e.getMessage(), e);
    }
  }
}
