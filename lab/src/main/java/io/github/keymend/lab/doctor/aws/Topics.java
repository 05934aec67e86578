package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Subscription;
import io.github.keymend.lab.doctor.seen.Topic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Asks SNS. */
final class Topics {
  private final SnsClient client;

  Topics(SnsClient client) {
    this.client = client;
  }

  Sight<Topic> topic(String arn) {
    return Ask.of(
        "sns:GetTopicAttributes",
        "the topic " + arn,
        () -> new Topic(
            arn,
            present(client
                .getTopicAttributes(request -> request.topicArn(arn))
                .attributes()
                .get("KmsMasterKeyId"))));
  }

  Sight<List<Subscription>> subscriptions(String arn) {
    return Ask.of(
        "sns:ListSubscriptionsByTopic",
        "the topic " + arn,
        () -> client
            .listSubscriptionsByTopicPaginator(request -> request.topicArn(arn))
            .subscriptions()
            .stream()
            .filter(each -> !each.subscriptionArn().equals("Deleted"))
            .map(each -> new Subscription(
                each.protocol(), each.endpoint(), each.subscriptionArn().startsWith("arn:")))
            .toList());
  }

  Sight<String> publish(String arn, String subject, String text) {
    Map<String, MessageAttributeValue> attributes = Map.of(
        "kind",
        MessageAttributeValue.builder().dataType("String").stringValue("TEST").build());
    return Ask.of(
        "sns:Publish",
        "the topic " + arn,
        () -> client
            .publish(request ->
                request.topicArn(arn).subject(subject).message(text).messageAttributes(attributes))
            .messageId());
  }

  private static @Nullable String present(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
