package io.github.keymend.lab.explore.full;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

/** The SDK's client for the owners of claims, of which every sweep asks how they stand. */
final class KnowingSfn implements SfnClient {
  private final SfnClient sdk;
  private final KnownAnswers<DescribeExecutionRequest, DescribeExecutionResponse> owners;

  /** Over a client whose calls go through a tap. */
  KnowingSfn(SfnClient sdk, Tap tap) {
    this.sdk = sdk;
    this.owners = new KnownAnswers<>(tap, sdk::describeExecution);
  }

  @Override
  public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
    return owners.ask(request);
  }

  @Override
  public StartExecutionResponse startExecution(StartExecutionRequest request) {
    return sdk.startExecution(request);
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
