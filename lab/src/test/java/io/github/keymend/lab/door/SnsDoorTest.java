package io.github.keymend.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.sns.SnsErrors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InternalErrorException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class SnsDoorTest extends DoorTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:keymend";

  private final SnsClient client = client(SnsClient.builder());

  @Test
  void aMessageIsKeptAsItWasSaid() {
    // Given
    aws.sns().addTopic(TOPIC);
    var severity = MessageAttributeValue.builder()
        .dataType("String")
        .stringValue("high & dry")
        .build();

    // When
    PublishResponse answer = client.publish(request -> request
        .topicArn(TOPIC)
        .subject("payments: FAILED")
        .message("Grüße, 5 > 3\nsecond line")
        .messageAttributes(Map.of("severity", severity)));

    // Then
    assertThat(aws.sns().published()).singleElement().satisfies(message -> {
      assertThat(message.at()).isEqualTo("2026-01-05T03:00:00Z");
      assertThat(message.messageId()).isEqualTo(answer.messageId());
      assertThat(message.caller()).isEqualTo(REPAIRER);
      assertThat(message.request().topicArn()).isEqualTo(TOPIC);
      assertThat(message.request().subject()).isEqualTo("payments: FAILED");
      assertThat(message.request().message()).isEqualTo("Grüße, 5 > 3\nsecond line");
      assertThat(message.request().attributes())
          .containsExactly(Map.entry("severity", "high & dry"));
    });
  }

  @Test
  void anUnknownTopicIsNotFound() {
    assertThatThrownBy(() -> client.publish(request -> request.topicArn(TOPIC).message("hello")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aSubjectThatSnsWouldRefuseIsRefused() {
    // Given
    aws.sns().addTopic(TOPIC);

    // Then
    for (String subject : new String[] {"two\nlines", "s".repeat(100), "Störung"}) {
      assertThatThrownBy(() ->
              client.publish(request -> request.topicArn(TOPIC).subject(subject).message("hello")))
          .isInstanceOf(InvalidParameterException.class);
    }
  }

  @Test
  void aFailureCanBeInjected() {
    // Given
    aws.sns().addTopic(TOPIC);
    aws.sns().callFaults().next("Publish", CallFault.before(SnsErrors.internal()));

    // Then
    assertThatThrownBy(() -> client.publish(request -> request.topicArn(TOPIC).message("hello")))
        .isInstanceOfSatisfying(
            InternalErrorException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
    assertThat(aws.sns().published()).isEmpty();
  }
}
