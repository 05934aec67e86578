package io.github.keymend.lab.door;

import io.github.keymend.lab.account.SimulatedAccount;
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
import java.util.Set;
import java.util.function.BiConsumer;

/** One account of simulated AWS on one timeline: every service that keymend talks to, behind one router. */
public final class SimulatedAws {
  private final SimulatedKms kms;
  private final SimulatedSns sns;
  private final SimulatedSecrets secrets;
  private final CallGate stepFunctions;
  private final CallGate lambda;
  private final SimulatedAccount account = new SimulatedAccount();
  private final AccountCalls accountCalls;
  private final Router router;

  /** Simulated AWS in the documentation's account, with documented timings and default switches. */
  public SimulatedAws(Timeline timeline, Executions executions) {
    this(timeline, executions, LambdaFunctions.NONE);
  }

  /** The same with functions that Lambda Invoke calls. */
  public SimulatedAws(Timeline timeline, Executions executions, LambdaFunctions functions) {
    this(timeline, executions, functions, Place.DEFAULT, Timings.DOCUMENTED, Switches.DEFAULT);
  }

  /** Simulated AWS whose Step Functions are {@code executions}. */
  public SimulatedAws(
      Timeline timeline,
      Executions executions,
      LambdaFunctions functions,
      Place place,
      Timings timings,
      Switches switches) {
    this.kms = new SimulatedKms(timeline, place, timings, switches);
    this.sns = new SimulatedSns(timeline.clock(), account.ailments());
    this.secrets = new SimulatedSecrets(timeline.clock(), place, account.ailments());
    this.accountCalls = new AccountCalls(timeline.clock(), account);
    this.stepFunctions = new CallGate(timeline.clock(), SfnJson.OPERATIONS);
    this.lambda = new CallGate(timeline.clock(), Set.of("Invoke"));
    this.router = new Router(
        List.of(
            new KmsJson(kms, place, account.keys()),
            new SecretsJson(secrets),
            new SfnJson(executions, stepFunctions, timeline.now()),
            new SqsJson(account, accountCalls),
            new EventsJson(account, accountCalls),
            new TrailJson(account, accountCalls, place),
            new TableJson(account, accountCalls)),
        List.of(
            new SnsQuery(sns),
            new StackQuery(account, accountCalls, timeline),
            new IamQuery(account, accountCalls),
            new CloudWatchQuery(account, accountCalls, timeline)),
        new LambdaRest(
            functions,
            lambda,
            timeline,
            place,
            new LambdaConfiguration(account, place),
            accountCalls),
        new SchedulerRest(account, accountCalls, place));
  }

  /** Tells {@code listener} every call of every service when it has been answered, after the service's name. */
  public void onCall(BiConsumer<String, CallRecord> listener) {
    kms.onCall(line -> listener.accept("kms", line));
    sns.onCall(line -> listener.accept("sns", line));
    secrets.onCall(line -> listener.accept("secretsmanager", line));
    stepFunctions.onCall(line -> listener.accept("states", line));
    lambda.onCall(line -> listener.accept("lambda", line));
    accountCalls.onCall(listener);
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

  /** The account around them. */
  public SimulatedAccount account() {
    return account;
  }

  /** What goes wrong with the next calls of the Step Functions API. */
  public CallFaults stepFunctionsFaults() {
    return stepFunctions.faults();
  }

  /** All calls of the Step Functions API so far, in order. */
  public List<CallRecord> stepFunctionsCalls() {
    return stepFunctions.log();
  }

  /** What goes wrong with the next calls of Invoke through the API. */
  public CallFaults lambdaFaults() {
    return lambda.faults();
  }

  /** All calls of the Lambda API so far, in order; the workflow calls its functions directly. */
  public List<CallRecord> lambdaCalls() {
    return lambda.log();
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
