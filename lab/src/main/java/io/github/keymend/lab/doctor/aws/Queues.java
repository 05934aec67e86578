package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Queue;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Asks SQS; never for a message. */
final class Queues {
  private final SqsClient client;

  Queues(SqsClient client) {
    this.client = client;
  }

  Sight<Queue> queue(String url) {
    return Ask.of("sqs:GetQueueAttributes", "the queue " + url, () -> {
      Map<QueueAttributeName, String> attributes = client
          .getQueueAttributes(request -> request
              .queueUrl(url)
              .attributeNames(
                  QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                  QueueAttributeName.KMS_MASTER_KEY_ID))
          .attributes();
      String waiting =
          attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
      return new Queue(
          Long.parseLong(waiting), attributes.get(QueueAttributeName.KMS_MASTER_KEY_ID));
    });
  }
}
