package io.github.keymend.lab.door;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.service.Caller;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;

/** Real SDK clients on the in-process door. */
abstract class DoorTest {
  static final Caller REPAIRER = Caller.role("keymend-connect", "ConnectFunction");

  final Timeline timeline = new Timeline(new VirtualClock());
  final FakeExecutions executions = new FakeExecutions(timeline.clock());
  final SimulatedAws aws = new SimulatedAws(timeline, executions);

  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "any")))
        .httpClient(aws.httpClient(REPAIRER))
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  void minutes(int minutes) {
    timeline.runFor(Duration.ofMinutes(minutes));
  }
}
