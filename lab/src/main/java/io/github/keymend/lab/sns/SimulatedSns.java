package io.github.keymend.lab.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.account.AccountKeys;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.Ailments;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallFaults;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Publish, as strict about its arguments as AWS, and what can be seen of a topic; SNS API reference. */
public final class SimulatedSns {
  /** Bytes of message and attributes together. */
  private static final int MAX_BYTES = 262_144;

  /** ASCII that begins with a letter, number or punctuation mark, no control characters, fewer than 100 characters. */
  private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,98}");

  private final Clock clock;
  private final CallGate gate;
  private final Set<String> topics = new HashSet<>();
  private final List<Published> published = new ArrayList<>();
  private final List<Consumer<Published>> listeners = new ArrayList<>();

  private final Ailments ailments;

  /** An SNS without topics; who has subscribed to one, and its key, is as the account is. */
  public SimulatedSns(Clock clock, Ailments ailments) {
    this.clock = clock;
    this.ailments = ailments;
    this.gate =
        new CallGate(clock, Set.of("Publish", "ListSubscriptionsByTopic", "GetTopicAttributes"));
  }

  /** Makes a topic exist. */
  public void addTopic(String topicArn) {
    topics.add(topicArn);
  }

  /** Publish: the message's id. */
  public String publish(Caller caller, PublishRequest request) {
    return gate.pass(Call.of("Publish", request.topicArn(), caller), () -> accept(caller, request));
  }

  /** ListSubscriptionsByTopic: one person has subscribed to every topic, unless the account ails. */
  public List<Subscription> subscriptions(Caller caller, String topicArn) {
    return gate.pass(Call.of("ListSubscriptionsByTopic", topicArn, caller), () -> {
      require(topicArn);
      if (ailments.has(Ailment.NOBODY_SUBSCRIBED)) {
        return List.of();
      }
      String arn = ailments.has(Ailment.SUBSCRIPTION_PENDING)
          ? "PendingConfirmation"
          : topicArn + ":5be8f5b0-6a44-4fbc-9b8c-4a6b9f5f0c11";
      return List.of(new Subscription("email", "on-call@example.com", arn));
    });
  }

  /** GetTopicAttributes, those that doctor looks at. */
  public Map<String, String> attributes(Caller caller, String topicArn) {
    return gate.pass(Call.of("GetTopicAttributes", topicArn, caller), () -> {
      require(topicArn);
      Map<String, String> attributes = new TreeMap<>(Map.of("TopicArn", topicArn));
      if (ailments.has(Ailment.TOPIC_KEY_OF_SNS)) {
        attributes.put("KmsMasterKeyId", "alias/aws/sns");
      } else if (ailments.has(Ailment.TOPIC_KEY_IN_STORE)) {
        attributes.put("KmsMasterKeyId", AccountKeys.IN_STORE.arn());
      }
      return attributes;
    });
  }

  /** Every message so far, in order. */
  public List<Published> published() {
    return Collections.unmodifiableList(published);
  }

  /** Tells {@code listener} every message when it is taken. */
  public void onPublished(Consumer<Published> listener) {
    listeners.add(listener);
  }

  /** Tells {@code listener} every call when it has been answered. */
  public void onCall(Consumer<CallRecord> listener) {
    gate.onCall(listener);
  }

  /** What goes wrong with the next calls of {@code Publish}; errors are in {@link SnsErrors}. */
  public CallFaults callFaults() {
    return gate.faults();
  }

  /** All calls so far, in order. */
  public List<CallRecord> calls() {
    return gate.log();
  }

  private String accept(Caller caller, PublishRequest request) {
    require(request.topicArn());
    if (request.message().isEmpty()) {
      throw SnsErrors.invalidParameter("Empty message");
    }
    String subject = request.subject();
    if (subject != null && !SUBJECT.matcher(subject).matches()) {
      throw SnsErrors.invalidParameter("Subject");
    }
    if (size(request) > MAX_BYTES) {
      throw SnsErrors.invalidParameter("Message too long");
    }
    String id =
        UUID.nameUUIDFromBytes(("message-" + published.size()).getBytes(UTF_8)).toString();
    var message = new Published(clock.instant(), id, caller, request);
    published.add(message);
    listeners.forEach(listener -> listener.accept(message));
    return id;
  }

  private void require(String topicArn) {
    if (!topics.contains(topicArn)) {
      throw SnsErrors.topicNotFound();
    }
  }

  private static int size(PublishRequest request) {
    return request.message().getBytes(UTF_8).length
        + request.attributes().entrySet().stream()
            .mapToInt(each ->
                each.getKey().getBytes(UTF_8).length + each.getValue().getBytes(UTF_8).length)
            .sum();
  }
}
