package io.github.keymend.aws;

import io.github.keymend.domain.message.Message;
import io.github.keymend.port.Messenger;
import io.github.keymend.port.TransientException;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Sends messages to an SNS topic. Its attributes let a subscriber thread them and drop a repeated one. */
public final class SnsMessenger implements Messenger {
  private final Supplier<SnsClient> sns;
  private final String topicArn;

  /** To the given topic. */
  public SnsMessenger(Supplier<SnsClient> sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public void send(Message message) {
    Map<String, MessageAttributeValue> attributes = Map.of(
        "messageId", text(message.id()),
        "threadKey", text(message.thread()),
        "kind", text(message.kind().name()));
    try {
      sns.get()
          .publish(request -> request
              .topicArn(topicArn)
              .subject(message.subject())
              .message(message.body() + "\nThread: " + message.thread() + "\n")
              .messageAttributes(attributes));
    } catch (SdkException e) {
      throw new TransientException(
          "SNS did not take the message " + message.id() + ": " + e.getMessage(), e);
    }
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
