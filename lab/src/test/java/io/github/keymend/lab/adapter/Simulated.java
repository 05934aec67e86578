package io.github.keymend.lab.adapter;

import io.github.keymend.aws.Clients;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.door.ExecutionStatus;
import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.Executions;
import io.github.keymend.lab.door.SfnErrors;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.door.StartedExecution;
import io.github.keymend.lab.service.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;

/** Simulated AWS, and SDK clients on it configured as the deployed ones. */
final class Simulated implements Executions {
  static final String MACHINE = "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair";
  final Timeline timeline = new Timeline(new VirtualClock());
  final SimulatedAws aws = new SimulatedAws(timeline, this);
  final Map<String, ExecutionStatus> executions = new HashMap<>();

  /** A client that repeats what failed. */
  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> Supplier<C> patient(
      B builder) {
    return client(builder, Clients.PATIENT);
  }

  /** A client that asks once. */
  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> Supplier<C> once(B builder) {
    return client(builder, Clients.ONCE);
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> Supplier<C> client(
      B builder, ClientOverrideConfiguration configuration) {
    C client = builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(aws.httpClient(Caller.role("keymend-role", "function")))
        .overrideConfiguration(configuration)
        .build();
    return () -> client;
  }

  @Override
  public StartedExecution startExecution(String stateMachineArn, String name, String input) {
    String arn = stateMachineArn.replace("stateMachine", "execution") + ":" + name;
    if (executions.putIfAbsent(arn, ExecutionStatus.RUNNING) != null) {
      throw SfnErrors.alreadyExists(arn);
    }
    return new StartedExecution(arn, Instant.EPOCH);
  }

  @Override
  public ExecutionView describeExecution(String executionArn) {
    ExecutionStatus status = executions.get(executionArn);
    if (status == null) {
      throw SfnErrors.noExecution(executionArn);
    }
    return new ExecutionView(
        executionArn, MACHINE, "one", status, Instant.EPOCH, null, "{}", null, null, null);
  }
}
