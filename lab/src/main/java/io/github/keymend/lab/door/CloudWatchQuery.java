package io.github.keymend.lab.door;

import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.DeployedStack;
import io.github.keymend.lab.account.Part;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.account.SweepLog;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Amazon CloudWatch on the wire, as far as doctor asks: how often the sweep ran, as one datapoint, and the alarms of the
 * stack; CloudWatch API reference, GetMetricStatistics, DescribeAlarms.
 */
final class CloudWatchQuery implements QueryService {
  private final SimulatedAccount account;
  private final AccountCalls calls;
  private final Timeline timeline;

  CloudWatchQuery(SimulatedAccount account, AccountCalls calls, Timeline timeline) {
    this.account = account;
    this.calls = calls;
    this.timeline = timeline;
  }

  @Override
  public String version() {
    return "2010-08-01";
  }

  @Override
  public String namespace() {
    return "http://monitoring.amazonaws.com/doc/2010-08-01/";
  }

  @Override
  public String result(Caller caller, QueryRequest request) {
    String action = request.action();
    return switch (action) {
      case "GetMetricStatistics" -> {
        String function = request.text("Dimensions.member.1.Value");
        yield calls.pass(
            caller, "cloudwatch", action, function, () -> statistics(function, request));
      }
      case "DescribeAlarms" -> {
        List<String> names = request.list("AlarmNames");
        yield calls.pass(
            caller, "cloudwatch", action, String.join(",", names), () -> alarms(names));
      }
      default -> throw ServiceError.refusal("InvalidAction", "Could not find operation " + action);
    };
  }

  private String statistics(String function, QueryRequest request) {
    Duration ahead = request.ahead(timeline.now());
    Instant from = time(request, "StartTime").minus(ahead);
    Instant to = time(request, "EndTime").minus(ahead);
    boolean known = request.text("Namespace").equals("AWS/Lambda")
        && function.equals("SweepFunction")
        && account.stack().isPresent();
    long count = known ? count(request.text("MetricName"), from, to) : 0;
    String label = Xml.text("Label", request.text("MetricName"));
    String datapoint = Xml.text("Timestamp", from.plus(ahead))
        + Xml.text("Sum", count)
        + Xml.text("Unit", "Count");
    return (count == 0
            ? "<Datapoints/>"
            : Xml.element("Datapoints", Xml.element("member", datapoint)))
        + label;
  }

  private long count(String metric, Instant from, Instant to) {
    SweepLog sweeps = account.sweeps();
    long runs = account.ailments().has(Ailment.SWEEP_SILENT) ? 0 : sweeps.count(from, to);
    return switch (metric) {
      case "Invocations" -> runs;
      case "Errors" ->
        account.ailments().has(Ailment.SWEEP_FAILS)
            ? runs
            : Math.min(runs, sweeps.failures(from, to));
      default -> 0;
    };
  }

  private String alarms(List<String> names) {
    List<Part> alarms = account.stack().map(DeployedStack::parts).orElse(List.of()).stream()
        .filter(each -> each.type().equals("AWS::CloudWatch::Alarm"))
        .filter(each -> names.isEmpty() || names.contains(each.physicalId()))
        .toList();
    return Xml.list("MetricAlarms", alarms, this::alarm);
  }

  private String alarm(Part alarm) {
    boolean rings = account.ailments().has(Ailment.ALARMS_RINGING);
    boolean muted = account.ailments().has(Ailment.ALARMS_MUTED);
    String topic = account.stack().map(each -> each.physicalId("Messages")).orElse("");
    return Xml.text("AlarmName", alarm.physicalId())
        + Xml.text("ActionsEnabled", !muted)
        + Xml.list("AlarmActions", List.of(topic), Xml::escape)
        + Xml.text("StateValue", rings ? "ALARM" : "OK")
        + Xml.text(
            "StateReason", rings ? "Threshold Crossed: made by the lab" : "Threshold not crossed");
  }

  private static Instant time(QueryRequest request, String name) {
    try {
      return Instant.parse(request.text(name));
    } catch (DateTimeParseException e) {
      throw ServiceError.refusal(
          "InvalidParameterValue", "The parameter " + name + " must be a timestamp.");
    }
  }
}
