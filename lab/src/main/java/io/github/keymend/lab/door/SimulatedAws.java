package io.github.keymend.lab.door;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.Switches;
import io.github.keymend.lab.kms.Timings;
import io.github.keymend.lab.secrets.SimulatedSecrets;
import io.github.keymend.lab.service.CallFaults;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.sns.SimulatedSns;
import java.util.List;

/** One account of simulated AWS on one timeline: every service that keymend talks to, behind one router. */
public final class SimulatedAws {
  private final SimulatedKms kms;
  private final SimulatedSns sns;
  private final SimulatedSecrets secrets;
  private final CallGate stepFunctions;
  private final Router router;

  /** Simulated AWS in the documentation's account, with documented timings and default switches. */
  public SimulatedAws(Timeline timeline, Executions executions) {
    this(timeline, executions, Place.DEFAULT, Timings.DOCUMENTED, Switches.DEFAULT);
  }

  /** Simulated AWS whose Step Functions are {@code executions}. */
  public SimulatedAws(
      Timeline timeline, Executions executions, Place place, Timings timings, Switches switches) {
    this.kms = new SimulatedKms(timeline, place, timings, switches);
    this.sns = new SimulatedSns(timeline.clock());
    this.secrets = new SimulatedSecrets(timeline.clock(), place);
    this.stepFunctions = new CallGate(timeline.clock());
    this.router = new Router(
        List.of(
            new KmsJson(kms, place),
            new SecretsJson(secrets),
            new SfnJson(executions, stepFunctions)),
        new SnsQuery(sns));
  }

  /** The custom key stores. */
  public SimulatedKms kms() {
    return kms;
  }

  /** The topics. */
  public SimulatedSns sns() {
    return sns;
  }

  /** The secrets. */
  public SimulatedSecrets secrets() {
    return secrets;
  }

  /** What goes wrong with the next calls of StartExecution and DescribeExecution through the API. */
  public CallFaults stepFunctionsFaults() {
    return stepFunctions.faults();
  }

  /** All calls of the Step Functions API so far, in order. */
  public List<CallRecord> stepFunctionsCalls() {
    return stepFunctions.log();
  }

  /** The routing that every door shares. */
  public Router router() {
    return router;
  }

  /** An HTTP client for AWS SDK clients that act as {@code caller}. */
  public LabHttpClient httpClient(Caller caller) {
    return new LabHttpClient(router, caller);
  }
}
