package io.github.keymend.lab.explore.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.BadAnswer;
import io.github.keymend.lab.explore.history.Deed;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Trouble;
import io.github.keymend.lab.explore.history.Weather;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.KmsErrors;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.StoreFaults;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.CallFaults;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.stage.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Performs the actions of a history on its stage. What is not possible at that moment does not happen. */
final class Script {
  static final List<String> OPERATIONS = List.of(
      "ConnectCustomKeyStore",
      "DisconnectCustomKeyStore",
      "UpdateCustomKeyStore",
      "DescribeCustomKeyStores");
  /** The calls to other services that keymend makes. */
  static final List<String> OF_OTHERS = List.of(
      "Publish", "ListSecretVersionIds", "GetSecretValue", "StartExecution", "DescribeExecution");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Caller OPERATOR = Caller.user("operator");
  private static final Duration USUAL_DELAY = Duration.ofMinutes(1);
  private final Stage stage;
  private final Credentials credentials;
  private Duration delay = USUAL_DELAY;
  private int copies = 1;
  private int names;

  Script(Stage stage) {
    this.stage = stage;
    this.credentials = new Credentials(stage);
  }

  void calm() {
    OPERATIONS.forEach(each -> callFaults(each).clear(each));
    OF_OTHERS.forEach(each -> callFaults(each).clear(each));
    delay = USUAL_DELAY;
    copies = 1;
  }

  void perform(int store, Action action) {
    stage.witness().performed(store, action);
    try {
      if (action instanceof Trouble trouble) {
        trouble(stage.stores().get(store), trouble);
      } else if (action instanceof Deed deed) {
        deed(store, stage.stores().get(store), deed);
      } else if (action instanceof Weather weather) {
        weather(stage.stores().get(store), weather);
      } else if (action instanceof Mishap.Meanwhile meanwhile) {
        stage.lambdas().arm(meanwhile, store);
      } else if (action instanceof Mishap.EndsExecutions ends) {
        stage.endExecutions(store, ends.how());
      }
    } catch (ServiceError
        | ConnectionLost
        | IllegalStateException
        | IllegalArgumentException notNow) {
      // Refused, or not possible in this state: people see that too.
    }
  }

  private void trouble(String id, Trouble trouble) {
    SimulatedKms kms = stage.aws().kms();
    if (trouble instanceof Trouble.FailConnects fail) {
      kms.faults(id).failConnects(fail.code(), fail.times());
    } else if (trouble instanceof Trouble.RefuseConnects refuse) {
      kms.faults(id).refuseConnects(refuse.exception(), refuse.times());
    } else if (trouble instanceof Trouble.ConnectsTake takes) {
      takes(takes.time() == null, kms.faults(id), takes.time(), true);
    } else if (trouble instanceof Trouble.DisconnectsTake takes) {
      takes(takes.time() == null, kms.faults(id), takes.time(), false);
    } else if (trouble instanceof Trouble.Fixed) {
      kms.faults(id).fixed();
    } else if (trouble instanceof Trouble.FailsNow fails) {
      ConnectionState state =
          kms.store(id).orElseThrow(IllegalStateException::new).state();
      if (state == ConnectionState.CONNECTED || state == ConnectionState.CONNECTING) {
        kms.failNow(id, fails.code());
      }
    } else if (trouble instanceof Trouble.ReadsAre reads) {
      kms.use(kms.switches().withStaleness(reads.old()));
    } else if (trouble instanceof Trouble.CallsGoWrong wrong) {
      callFaults(wrong.operation())
          .next(
              wrong.operation(),
              wrong.times(),
              caller -> caller.arn().contains("/keymend-"),
              fault(wrong.how(), wrong.operation()));
    }
  }

  private CallFaults callFaults(String operation) {
    return switch (operation) {
      case "Publish" -> stage.aws().sns().callFaults();
      case "ListSecretVersionIds", "GetSecretValue" -> stage.aws().secrets().callFaults();
      case "StartExecution", "DescribeExecution" -> stage.aws().stepFunctionsFaults();
      default -> stage.aws().kms().callFaults();
    };
  }

  private static void takes(
      boolean forever,
      StoreFaults faults,
      @org.jspecify.annotations.Nullable Duration time,
      boolean connect) {
    if (forever || time == null) {
      if (connect) {
        faults.hangConnects(1);
      } else {
        faults.hangDisconnects(1);
      }
    } else if (connect) {
      faults.slowConnects(time, 1);
    } else {
      faults.slowDisconnects(time, 1);
    }
  }

  private static CallFault fault(BadAnswer how, String operation) {
    return switch (how) {
      case THROTTLED -> CallFault.before(KmsErrors.throttling());
      case INTERNAL_BEFORE -> CallFault.before(KmsErrors.internal());
      case INTERNAL_AFTER -> CallFault.after(KmsErrors.internal());
      case LOST_BEFORE -> CallFault.lostBefore();
      case LOST_AFTER -> CallFault.lostAfter();
      case DENIED -> CallFault.denied(operation);
    };
  }

  private void deed(int store, String id, Deed deed) {
    SimulatedKms kms = stage.aws().kms();
    if (deed instanceof Deed.Connects) {
      kms.connect(OPERATOR, id);
    } else if (deed instanceof Deed.Disconnects) {
      kms.disconnect(OPERATOR, id);
    } else if (deed instanceof Deed.Updates updates) {
      kms.update(OPERATOR, credentials.update(id, updates.right()));
    } else if (deed instanceof Deed.Renames) {
      kms.update(OPERATOR, UpdateRequest.name(id, "renamed" + ++names));
    } else if (deed instanceof Deed.Deletes) {
      kms.delete(OPERATOR, id);
    } else if (deed instanceof Deed.Commands commands) {
      ObjectNode input = JSON.createObjectNode().put("customKeyStoreId", id);
      String execution = stage.start("manual", input.put("command", commands.command()));
      stage
          .witness()
          .commanded(id, commands.command(), execution, stage.timeline().now());
    } else if (deed instanceof Deed.ResetsBreaker) {
      String execution = stage.start("manual", JSON.createObjectNode().put("command", "reset"));
      stage.witness().commanded("", "reset", execution, stage.timeline().now());
    } else if (deed instanceof Deed.StartsRepair) {
      stage.start("manual", JSON.createObjectNode().put("customKeyStoreId", id));
    } else if (deed instanceof Deed.ChangesPassword) {
      credentials.change(id);
    } else if (deed instanceof Deed.PutsSecret puts) {
      credentials.put(store, id, puts.value());
    }
  }

  private void weather(String id, Weather weather) {
    if (weather instanceof Weather.Trail trail) {
      delay = trail.delay();
      copies = trail.copies();
    } else if (weather instanceof Weather.Sweeps) {
      stage.sweep(JSON.createObjectNode().put("source", "schedule"));
    } else if (weather instanceof Weather.SweepsAre sweeps) {
      stage.sweeping(sweeps.running());
    } else if (weather instanceof Weather.Alarms) {
      stage.sweep(alarm(id));
    } else if (weather instanceof Weather.Outage outage) {
      stage.fuse().outage(outage.of(), outage.time());
    }
  }

  private ObjectNode alarm(String id) {
    ObjectNode event = JSON.createObjectNode().put("detail-type", "CloudWatch Alarm State Change");
    ObjectNode detail = event.putObject("detail").put("alarmName", "errors");
    detail
        .putObject("state")
        .put("reason", "Threshold Crossed")
        .put("timestamp", stage.timeline().now().toString());
    detail
        .putObject("configuration")
        .putArray("metrics")
        .addObject()
        .putObject("metricStat")
        .putObject("metric")
        .putObject("dimensions")
        .put("CustomKeyStoreId", id);
    return event;
  }

  /** Hears of a call as CloudTrail does. */
  void foreign(JsonNode event) {
    JsonNode detail = event.path("detail");
    String arn = detail.path("userIdentity").path("arn").asText();
    if (arn.contains("/keymend-")) {
      return;
    }
    ForeignCall call = new ForeignCall(
        detail.path("eventID").asText(),
        detail.path("requestParameters").path("customKeyStoreId").asText(),
        detail.path("eventName").asText(),
        Instant.parse(detail.path("eventTime").asText()),
        detail.path("errorCode").isMissingNode());
    stage.witness().foreign(call);
    Events.input(event).ifPresent(input -> {
      for (int i = 0; i < copies; i++) {
        stage.timeline().after(delay.plusSeconds(i), () -> deliver(call, input));
      }
    });
  }

  private void deliver(ForeignCall call, ObjectNode input) {
    stage.witness().delivered(call, stage.start("event", input));
  }
}
