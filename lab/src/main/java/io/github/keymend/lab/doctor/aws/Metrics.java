package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Alarm;
import io.github.keymend.lab.doctor.seen.Runs;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Asks CloudWatch. */
final class Metrics {
  private static final int PERIOD_SECONDS = 60;
  private final CloudWatchClient client;

  Metrics(CloudWatchClient client) {
    this.client = client;
  }

  Sight<Runs> runs(String function, Instant from, Instant to) {
    return Ask.of(
        "cloudwatch:GetMetricStatistics",
        "the metrics of " + function,
        () -> new Runs(sum(function, "Invocations", from, to), sum(function, "Errors", from, to)));
  }

  Sight<List<Alarm>> alarms(List<String> names) {
    return Ask.of(
        "cloudwatch:DescribeAlarms",
        "the alarms " + names,
        () -> names.isEmpty()
            ? List.of()
            : client
                .describeAlarmsPaginator(request -> request.alarmNames(names))
                .metricAlarms()
                .stream()
                .map(Metrics::alarm)
                .toList());
  }

  private long sum(String function, String metric, Instant from, Instant to) {
    double sum = client
        .getMetricStatistics(request -> request
            .namespace("AWS/Lambda")
            .metricName(metric)
            .dimensions(Dimension.builder().name("FunctionName").value(function).build())
            .startTime(from)
            .endTime(to)
            .period(PERIOD_SECONDS)
            .statistics(Statistic.SUM))
        .datapoints()
        .stream()
        .mapToDouble(Datapoint::sum)
        .sum();
    return Math.round(sum);
  }

  private static Alarm alarm(MetricAlarm alarm) {
    String reason = alarm.stateReason() == null ? "" : alarm.stateReason();
    return new Alarm(
        alarm.alarmName(),
        alarm.stateValueAsString(),
        reason,
        Boolean.TRUE.equals(alarm.actionsEnabled()),
        alarm.alarmActions());
  }
}
