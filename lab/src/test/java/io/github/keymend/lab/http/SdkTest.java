package io.github.keymend.lab.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.Caller;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.ConnectionStateType;
import software.amazon.awssdk.services.kms.model.CustomKeyStoreInvalidStateException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** Every service over HTTP, with the SDK for Java and nothing of ours in between. */
class SdkTest extends ServerTest {
  private static final String MACHINE =
      "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair";

  @Test
  void kms_a_store_is_disconnected_and_connected_as_time_passes() {
    // Given
    KmsClient kms = client(KmsClient.builder());

    // When
    kms.disconnectCustomKeyStore(request -> request.customKeyStoreId(XKS));

    // Then
    assertThat(state(kms)).isEqualTo(ConnectionStateType.DISCONNECTING);
    minutes(5);
    assertThat(state(kms)).isEqualTo(ConnectionStateType.DISCONNECTED);
    assertThatThrownBy(() -> kms.disconnectCustomKeyStore(request -> request.customKeyStoreId(XKS)))
        .isInstanceOfSatisfying(CustomKeyStoreInvalidStateException.class, e -> {
          assertThat(e.statusCode()).isEqualTo(400);
          assertThat(e.requestId()).isNotBlank();
        });
  }

  @Test
  void kms_the_access_key_id_names_the_caller() {
    // When
    client(KmsClient.builder(), "bob").describeCustomKeyStores();
    client(KmsClient.builder(), "role:keymend-LookFunctionRole").describeCustomKeyStores();

    // Then
    assertThat(lab.kms().calls())
        .extracting(line -> line.call().caller().arn())
        .containsExactly(
            "arn:aws:iam::111122223333:user/bob",
            "arn:aws:sts::111122223333:assumed-role/keymend-LookFunctionRole/session");
    assertThat(lab.kms().calls().get(1).call().caller().kind()).isEqualTo(Caller.Kind.ROLE);
  }

  @Test
  void kms_the_sixth_call_of_an_operation_in_one_second_is_throttled_and_the_next_second_is_free() {
    // Given
    KmsClient kms = client(KmsClient.builder());
    lab.kms().throttle();
    for (int i = 0; i < 5; i++) {
      kms.describeCustomKeyStores();
    }

    // Then
    assertThatThrownBy(kms::describeCustomKeyStores)
        .isInstanceOfSatisfying(KmsException.class, e -> {
          assertThat(e.isThrottlingException()).isTrue();
          assertThat(e.getMessage())
              .contains("You have exceeded the rate at which you may call KMS");
        });
    kms.disconnectCustomKeyStore(request -> request.customKeyStoreId(XKS));
    minutes(1);
    assertThat(kms.describeCustomKeyStores().customKeyStores()).hasSize(2);
  }

  @Test
  void a_lost_answer_is_a_broken_connection() {
    // Given
    KmsClient kms = client(KmsClient.builder());
    lab.kms().callFaults().next("DisconnectCustomKeyStore", CallFault.lostAfter());

    // Then
    assertThatThrownBy(() -> kms.disconnectCustomKeyStore(request -> request.customKeyStoreId(XKS)))
        .isInstanceOf(SdkClientException.class);
    assertThat(state(kms)).isEqualTo(ConnectionStateType.DISCONNECTING);
  }

  @Test
  void sns_a_message_is_published() {
    // Given
    SnsClient sns = client(SnsClient.builder());

    // When
    String id = sns.publish(request -> request
            .topicArn("arn:aws:sns:us-east-1:111122223333:keymend")
            .subject("Hello")
            .message("a < b & \u00e9"))
        .messageId();

    // Then
    assertThat(lab.aws().sns().published()).singleElement().satisfies(published -> {
      assertThat(published.messageId()).isEqualTo(id);
      assertThat(published.request().message()).isEqualTo("a < b & \u00e9");
    });
    assertThatThrownBy(() -> sns.publish(request ->
            request.topicArn("arn:aws:sns:us-east-1:111122223333:other").message("m")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void secrets_manager_a_value_is_put_and_got() {
    // Given
    SecretsManagerClient secrets = client(SecretsManagerClient.builder());

    // When
    secrets.putSecretValue(request -> request.secretId("keymend/payments").secretString("first"));
    String second = secrets
        .putSecretValue(request -> request.secretId("keymend/payments").secretString("second"))
        .versionId();

    // Then
    assertThat(secrets.getSecretValue(request -> request.secretId("keymend/payments")))
        .satisfies(value -> {
          assertThat(value.secretString()).isEqualTo("second");
          assertThat(value.versionId()).isEqualTo(second);
        });
    assertThat(secrets
            .listSecretVersionIds(request -> request.secretId("keymend/payments"))
            .versions())
        .hasSize(2);
  }

  @Test
  void step_functions_an_execution_is_started_watched_and_listed() {
    // Given
    SfnClient sfn = client(SfnClient.builder());
    lab.kms().failNow(XKS, "XKS_PROXY_TIMED_OUT");

    // When
    String arn = sfn.startExecution(request -> request
            .stateMachineArn(MACHINE)
            .name("by-hand")
            .input("{\"customKeyStoreId\":\"" + XKS + "\"}"))
        .executionArn();

    // Then
    assertThat(sfn.describeExecution(request -> request.executionArn(arn)).status())
        .isEqualTo(ExecutionStatus.RUNNING);
    minutes(60);
    assertThat(sfn.describeExecution(request -> request.executionArn(arn)).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(state(client(KmsClient.builder()))).isEqualTo(ConnectionStateType.CONNECTED);
    assertThat(sfn.listExecutions(request -> request.stateMachineArn(MACHINE)).executions())
        .extracting(ExecutionListItem::name)
        .containsExactly("by-hand");
    assertThat(sfn.getExecutionHistoryPaginator(
                request -> request.executionArn(arn).maxResults(5))
            .events())
        .extracting(HistoryEvent::typeAsString)
        .startsWith("ExecutionStarted", "TaskStateEntered")
        .endsWith("ExecutionSucceeded");
  }

  @Test
  void step_functions_an_execution_is_stopped() {
    // Given
    SfnClient sfn = client(SfnClient.builder());
    lab.kms().failNow(XKS, "XKS_PROXY_TIMED_OUT");
    String arn = sfn.startExecution(request ->
            request.stateMachineArn(MACHINE).input("{\"customKeyStoreId\":\"" + XKS + "\"}"))
        .executionArn();

    // When
    sfn.stopExecution(request -> request.executionArn(arn).error("Enough").cause("said alice"));

    // Then
    assertThat(sfn.describeExecution(request -> request.executionArn(arn))).satisfies(end -> {
      assertThat(end.status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(end.error()).isEqualTo("Enough");
      assertThat(end.cause()).isEqualTo("said alice");
    });
    assertThat(sfn.listExecutions(
                request -> request.stateMachineArn(MACHINE).statusFilter(ExecutionStatus.RUNNING))
            .executions())
        .isEmpty();
  }

  @Test
  void step_functions_refuses_what_it_does_not_know() {
    SfnClient sfn = client(SfnClient.builder());

    assertThatThrownBy(
            () -> sfn.describeExecution(request -> request.executionArn(MACHINE + ":no")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(() -> sfn.startExecution(
            request -> request.stateMachineArn(MACHINE).name("no.dots/and slashes")))
        .isInstanceOf(InvalidNameException.class);
  }

  @Test
  void lambda_a_function_is_invoked_by_name_and_by_arn() {
    // Given
    LambdaClient lambda = client(LambdaClient.builder());

    // When
    InvokeResponse byName = lambda.invoke(request -> request
        .functionName("SweepFunction")
        .payload(SdkBytes.fromUtf8String("{\"source\":\"schedule\"}")));
    InvokeResponse byArn = lambda.invoke(request -> request
        .functionName("arn:aws:lambda:us-east-1:111122223333:function:SweepFunction")
        .payload(SdkBytes.fromUtf8String("{\"source\":\"schedule\"}")));

    // Then
    assertThat(byName.statusCode()).isEqualTo(200);
    assertThat(byName.functionError()).isNull();
    assertThat(byName.payload().asUtf8String())
        .isEqualTo("{\"stores\":2,\"started\":[],\"failed\":[]}");
    assertThat(byArn.payload()).isEqualTo(byName.payload());
    assertThat(byArn.executedVersion()).isEqualTo("$LATEST");
  }

  @Test
  void lambda_a_function_that_fails_is_unhandled_and_says_why() {
    // When
    InvokeResponse answer = client(LambdaClient.builder())
        .invoke(
            request -> request.functionName("OpenFunction").payload(SdkBytes.fromUtf8String("{}")));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String())
        .contains("\"errorMessage\":")
        .contains("\"errorType\":\"io.github.keymend.step.InvalidRequestException\"")
        .contains("\"stackTrace\":[");
  }

  @Test
  void lambda_an_event_is_taken_and_runs_by_itself() {
    // When
    InvokeResponse answer = client(LambdaClient.builder())
        .invoke(request -> request
            .functionName("SweepFunction")
            .invocationType(InvocationType.EVENT)
            .payload(SdkBytes.fromUtf8String("{\"source\":\"schedule\"}")));
    minutes(1);

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(lab.kms().calls())
        .extracting(line -> line.call().operation())
        .containsExactly("DescribeCustomKeyStores");
  }

  @Test
  void lambda_refuses_what_it_does_not_know() {
    LambdaClient lambda = client(LambdaClient.builder());

    assertThatThrownBy(() -> lambda.invoke(request -> request.functionName("NoFunction")))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    assertThatThrownBy(() -> lambda.invoke(
            request -> request.functionName("SweepFunction").payload(SdkBytes.fromUtf8String("{"))))
        .isInstanceOf(InvalidRequestContentException.class);
  }

  private static ConnectionStateType state(KmsClient kms) {
    return kms.describeCustomKeyStores(request -> request.customKeyStoreId(XKS))
        .customKeyStores()
        .get(0)
        .connectionState();
  }
}
