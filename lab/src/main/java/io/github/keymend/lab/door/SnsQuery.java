package io.github.keymend.lab.door;

import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.sns.PublishRequest;
import io.github.keymend.lab.sns.SimulatedSns;
import java.util.HashMap;
import java.util.Map;

/** Amazon SNS on the wire; SNS API reference, Publish, ListSubscriptionsByTopic, GetTopicAttributes. */
final class SnsQuery implements QueryService {
  private final SimulatedSns sns;

  SnsQuery(SimulatedSns sns) {
    this.sns = sns;
  }

  @Override
  public String version() {
    return "2010-03-31";
  }

  @Override
  public String namespace() {
    return "http://sns.amazonaws.com/doc/2010-03-31/";
  }

  @Override
  public String result(Caller caller, QueryRequest request) {
    return switch (request.action()) {
      case "Publish" -> Xml.text("MessageId", sns.publish(caller, publish(request)));
      case "ListSubscriptionsByTopic" ->
        Xml.list(
            "Subscriptions",
            sns.subscriptions(caller, request.text("TopicArn")),
            each -> Xml.text("TopicArn", request.text("TopicArn"))
                + Xml.text("Protocol", each.protocol())
                + Xml.text("Endpoint", each.endpoint())
                + Xml.text("SubscriptionArn", each.arn()));
      case "GetTopicAttributes" -> attributes(sns.attributes(caller, request.text("TopicArn")));
      default ->
        throw ServiceError.refusal(
            "InvalidAction", "The simulated SNS does not know the action " + request.action());
    };
  }

  private static String attributes(Map<String, String> attributes) {
    var entries = new StringBuilder();
    attributes.forEach((name, value) ->
        entries.append(Xml.element("entry", Xml.text("key", name) + Xml.text("value", value))));
    return Xml.element("Attributes", entries.toString());
  }

  private static PublishRequest publish(QueryRequest request) {
    var attributes = new HashMap<String, String>();
    for (int i = 1; request.optional("MessageAttributes.entry." + i + ".Name") != null; i++) {
      String entry = "MessageAttributes.entry." + i;
      attributes.put(request.text(entry + ".Name"), request.text(entry + ".Value.StringValue"));
    }
    return new PublishRequest(
        request.text("TopicArn"), request.optional("Subject"), request.text("Message"), attributes);
  }
}
