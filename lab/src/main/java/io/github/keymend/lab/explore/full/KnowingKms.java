package io.github.keymend.lab.explore.full;

import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeCustomKeyStoresRequest;
import software.amazon.awssdk.services.kms.model.DescribeCustomKeyStoresResponse;
import software.amazon.awssdk.services.kms.paginators.DescribeCustomKeyStoresIterable;

/** The SDK's client for looks at the stores, which are nine in ten of all calls. */
final class KnowingKms implements KmsClient {
  private final KmsClient sdk;
  private final KnownAnswers<DescribeCustomKeyStoresRequest, DescribeCustomKeyStoresResponse> looks;

  /** Over a client whose calls go through a tap. */
  KnowingKms(KmsClient sdk, Tap tap) {
    this.sdk = sdk;
    this.looks = new KnownAnswers<>(tap, sdk::describeCustomKeyStores);
  }

  @Override
  public DescribeCustomKeyStoresResponse describeCustomKeyStores(
      DescribeCustomKeyStoresRequest request) {
    return looks.ask(request);
  }

  @Override
  public DescribeCustomKeyStoresIterable describeCustomKeyStoresPaginator(
      DescribeCustomKeyStoresRequest request) {
    return new DescribeCustomKeyStoresIterable(this, request);
  }

  @Override
  public String serviceName() {
    return sdk.serviceName();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
