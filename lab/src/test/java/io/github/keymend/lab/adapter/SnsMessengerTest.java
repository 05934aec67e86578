package io.github.keymend.lab.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.aws.SnsMessenger;
import io.github.keymend.domain.message.Message;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.sns.PublishRequest;
import io.github.keymend.port.Messenger;
import io.github.keymend.port.TransientException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

/** The way to people. */
class SnsMessengerTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:keymend";
  private static final Message MESSAGE = new Message(
      "cks-1/1/seen", "cks-1/1", Message.Kind.SEEN, "a subject", "a text", Instant.EPOCH);
  private final Simulated simulated = new Simulated();
  private final Messenger messenger =
      new SnsMessenger(simulated.patient(SnsClient.builder()), TOPIC);

  @BeforeEach
  void addTopic() {
    simulated.aws.sns().addTopic(TOPIC);
  }

  @Test
  void a_message_carries_what_threads_it_and_what_makes_a_repeated_one_known() {
    // When
    messenger.send(MESSAGE);

    // Then
    assertThat(simulated.aws.sns().published())
        .extracting(published -> published.request())
        .containsExactly(new PublishRequest(
            TOPIC,
            "a subject",
            "a text\nThread: cks-1/1\n",
            Map.of("messageId", "cks-1/1/seen", "threadKey", "cks-1/1", "kind", "SEEN")));
  }

  @Test
  void a_topic_that_does_not_take_it_leaves_it_to_be_sent_again() {
    // Given
    simulated.aws.sns().callFaults().next("Publish", 10, CallFault.lostBefore());

    // When, Then
    assertThatThrownBy(() -> messenger.send(MESSAGE))
        .isInstanceOf(TransientException.class)
        .hasMessageStartingWith("SNS did not take the message cks-1/1/seen: ");
  }
}
