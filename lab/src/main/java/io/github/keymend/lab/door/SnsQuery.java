package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.sns.PublishRequest;
import io.github.keymend.lab.sns.SimulatedSns;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/** Amazon SNS on the wire: the query protocol, form in, XML out; SNS API reference, Publish. */
final class SnsQuery {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private final SimulatedSns sns;

  SnsQuery(SimulatedSns sns) {
    this.sns = sns;
  }

  /** Runs the action of a form: the XML document of its answer. */
  String call(Caller caller, String form, String requestId) {
    Map<String, String> members = decode(form);
    String action = members.getOrDefault("Action", "");
    if (!action.equals("Publish")) {
      throw ServiceError.refusal(
          "InvalidAction", "The simulated SNS does not know the action " + action);
    }
    String id = sns.publish(caller, publish(members));
    return "<PublishResponse xmlns=\"" + NAMESPACE + "\"><PublishResult><MessageId>" + id
        + "</MessageId></PublishResult><ResponseMetadata><RequestId>" + requestId
        + "</RequestId></ResponseMetadata></PublishResponse>";
  }

  /** The XML document of an error. */
  static String error(ServiceError error, String requestId) {
    String side = error.status() < 500 ? "Sender" : "Receiver";
    return "<ErrorResponse xmlns=\"" + NAMESPACE + "\"><Error><Type>" + side + "</Type><Code>"
        + escape(error.type())
        + "</Code><Message>" + escape(error.text()) + "</Message></Error><RequestId>" + requestId
        + "</RequestId></ErrorResponse>";
  }

  private static PublishRequest publish(Map<String, String> members) {
    var attributes = new HashMap<String, String>();
    for (int i = 1; members.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
      String entry = "MessageAttributes.entry." + i;
      attributes.put(
          members.getOrDefault(entry + ".Name", ""),
          members.getOrDefault(entry + ".Value.StringValue", ""));
    }
    return new PublishRequest(
        members.getOrDefault("TopicArn", ""),
        members.get("Subject"),
        members.getOrDefault("Message", ""),
        attributes);
  }

  private static Map<String, String> decode(String form) {
    var members = new HashMap<String, String>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        members.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return members;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw WireErrors.malformedForm();
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
