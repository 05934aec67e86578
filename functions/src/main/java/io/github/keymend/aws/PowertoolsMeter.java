package io.github.keymend.aws;

import io.github.keymend.port.Meter;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Metrics as CloudWatch's embedded format in the log: no call, no permission, no client. */
public final class PowertoolsMeter implements Meter {
  private final Metrics metrics = MetricsFactory.getMetricsInstance();

  @Override
  public void count(String metric) {
    metrics.addMetric(metric, 1, MetricUnit.COUNT);
  }

  @Override
  public void flush() {
    metrics.flush();
  }
}
