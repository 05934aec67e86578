package io.github.keymend.lab.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Outcome;
import io.github.keymend.lab.service.Place;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The EventBridge events that CloudTrail makes of calls on a store; KMS Developer Guide, "CloudTrail log entries" and
 * EventBridge's KMS events. The end of a connect or disconnect makes none.
 */
final class TrailEvents {
  private final Place place;
  private long events;

  TrailEvents(Place place) {
    this.place = place;
  }

  /** The event of {@code line}; {@code store} is what the call was about, if it exists. */
  JsonNode event(CallRecord line, Optional<StoreView> store) {
    String time = line.at().truncatedTo(ChronoUnit.SECONDS).toString();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", id("event"));
    event.put("detail-type", "AWS API Call via CloudTrail");
    event.put("source", "aws.kms");
    event.put("account", place.account());
    event.put("time", time);
    event.put("region", place.region());
    event.putArray("resources");
    event.set("detail", detail(line, store, time));
    return event;
  }

  private ObjectNode detail(CallRecord line, Optional<StoreView> store, String time) {
    Call call = line.call();
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("eventVersion", "1.08");
    detail.set("userIdentity", identity(call.caller()));
    detail.put("eventTime", time);
    detail.put("eventSource", "kms.amazonaws.com");
    detail.put("eventName", call.operation());
    detail.put("awsRegion", place.region());
    detail.put("sourceIPAddress", "192.0.2.10");
    detail.put("userAgent", "AWS Internal");
    if (line.outcome() instanceof Outcome.Refused refused) {
      detail.put("errorCode", refused.type());
      detail.put("errorMessage", refused.message());
    }
    ObjectNode request = detail.putObject("requestParameters");
    if (call.operation().equals("CreateCustomKeyStore")) {
      request.put("customKeyStoreName", call.resource());
    } else {
      request.put("customKeyStoreId", call.resource());
      store.ifPresent(known -> additional(detail, known));
    }
    detail.putNull("responseElements");
    detail.put("requestID", id("request"));
    detail.put("eventID", id("trail"));
    detail.put("readOnly", false);
    detail.put("eventType", "AwsApiCall");
    detail.put("managementEvent", true);
    detail.put("recipientAccountId", place.account());
    detail.put("eventCategory", "Management");
    events++;
    return detail;
  }

  private static void additional(ObjectNode detail, StoreView store) {
    ObjectNode data = detail.putObject("additionalEventData");
    data.put("customKeyStoreName", store.name());
    if (store.backing() instanceof HsmBacking hsm) {
      data.put("clusterId", hsm.clusterId());
    }
  }

  private ObjectNode identity(Caller caller) {
    ObjectNode identity = JsonNodeFactory.instance.objectNode();
    boolean role = caller.kind() == Caller.Kind.ROLE;
    identity.put("type", role ? "AssumedRole" : "IAMUser");
    identity.put("arn", caller.arn());
    identity.put("accountId", place.account());
    if (role) {
      ObjectNode issuer = identity.putObject("sessionContext").putObject("sessionIssuer");
      issuer.put("type", "Role");
      issuer.put("arn", caller.issuerArn());
      issuer.put("accountId", place.account());
      issuer.put("userName", caller.name());
    } else {
      identity.put("userName", caller.name());
    }
    return identity;
  }

  private String id(String kind) {
    return UUID.nameUUIDFromBytes((kind + "-" + events).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
