package io.github.keymend.lab.stage.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.run.Execution;
import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.sns.SnsErrors;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultControlsTest {
  private final List<String> entered = new ArrayList<>();
  private final Lab lab = new Lab(LabSettings.repairing(), (arn, event) -> {
    if (event instanceof ExecutionEvent.StateEntered state) {
      entered.add(state.state());
    }
  });
  private final String id = failed(lab);

  private static String failed(Lab lab) {
    String id = lab.kms().addXksStore("orders");
    lab.kms().faults(id).failConnects("XKS_PROXY_TIMED_OUT", 1);
    lab.kms().connectNow(id);
    return id;
  }

  private String repair() {
    String arn = lab.startByHand("{\"customKeyStoreId\":\"" + id + "\"}");
    lab.run(Duration.ofMinutes(30));
    return arn;
  }

  private String statusOf(String arn) {
    return lab.stepFunctions().describeExecution(arn).status().name();
  }

  private long accepted(String operation) {
    return lab.kms().calls().stream()
        .filter(call -> call.call().operation().equals(operation) && call.accepted())
        .count();
  }

  @Test
  void anExecutionIsAbortedBeforeTheTaskOfItsNthStateRan() {
    lab.stepFunctions().faults().abort(Side.BEFORE, "Look", 2);

    String arn = repair();

    assertThat(statusOf(arn)).isEqualTo("ABORTED");
    assertThat(entered).containsOnlyOnce("Look").endsWith("Wait for KMS");
    assertThat(lab.stepFunctions().faults().struck()).isEqualTo(1);
  }

  @Test
  void anExecutionFailsAfterTheTaskOfItsStateRan() {
    lab.stepFunctions().faults().fail(Side.AFTER, "Disconnect", 1);

    String arn = repair();

    assertThat(statusOf(arn)).isEqualTo("FAILED");
    assertThat(entered).endsWith("Disconnect");
    assertThat(accepted("DisconnectCustomKeyStore")).isEqualTo(1);
    assertThat(lab.kms().store(id).orElseThrow().state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void anExecutionTimesOutAndTheRuleOfTheTemplateTellsWithoutOurCode() {
    lab.stepFunctions().faults().timeOut(Side.BEFORE, "Open incident", 1);

    String arn = repair();

    assertThat(statusOf(arn)).isEqualTo("TIMED_OUT");
    assertThat(lab.aws().sns().published())
        .singleElement()
        .satisfies(message -> assertThat(message.request().message())
            .startsWith("keymend in account 111122223333, us-east-1: the repair manual-1 ended")
            .contains("TIMED_OUT"));
  }

  @Test
  void theRuleOfTheTemplateTriesAgainWhileSnsIsDown() {
    lab.aws().sns().callFaults().next("Publish", 3, CallFault.before(SnsErrors.internal()));
    lab.stepFunctions().faults().timeOut(Side.BEFORE, "Open incident", 1);

    repair();

    assertThat(lab.aws().sns().published()).hasSize(1);
  }

  @Test
  void anInvocationDiesBetweenItsSideEffectAndItsOutcome() {
    lab.functions()
        .next("DisconnectFunction", InvocationFault.dies(Point.after("DisconnectCustomKeyStore")));
    lab.startByHand("{\"customKeyStoreId\":\"" + id + "\"}");

    while (lab.functions().struck() == 0) {
      lab.timeline().runNext();
    }

    assertThat(accepted("DisconnectCustomKeyStore")).isEqualTo(1);
    assertThat(lab.item(id).orElseThrow().intent())
        .satisfies(intent -> assertThat(intent.outcome()).isNull());
  }

  @Test
  void anInvocationDiesBeforeItsWorkAndIsRetried() {
    lab.functions().next("DisconnectFunction", InvocationFault.dies(Point.start()));

    String arn = repair();

    assertThat(lab.functions().struck()).isEqualTo(1);
    assertThat(statusOf(arn)).isEqualTo("SUCCEEDED");
    assertThat(accepted("DisconnectCustomKeyStore")).isEqualTo(1);
  }

  @Test
  void anInvocationGoesOnWhileStepFunctionsRetriesTheSameStep() {
    lab.functions()
        .next(
            "ConnectFunction",
            InvocationFault.goesOn(Point.before("ConnectCustomKeyStore"), Duration.ofMinutes(1)));

    String arn = repair();

    assertThat(lab.functions().struck()).isEqualTo(1);
    assertThat(statusOf(arn)).isEqualTo("SUCCEEDED");
    List<CallRecord> connects = lab.kms().calls().stream()
        .filter(call -> call.call().operation().equals("ConnectCustomKeyStore"))
        .toList();
    assertThat(connects).hasSize(1);
  }

  @Test
  void aFaultWhosePointIsNeverReachedDoesNotStrike() {
    lab.functions().next("LookFunction", InvocationFault.dies(Point.before("Publish")));

    repair();

    assertThat(lab.functions().struck()).isZero();
  }

  @Test
  void theMemoryFailsForSomeCalls() {
    lab.memoryFaults().next("change", 2, CallFault.lostAfter());

    String arn = repair();

    assertThat(statusOf(arn)).isEqualTo("SUCCEEDED");
    assertThat(entered).startsWith("Open incident", "Opened", "Look");
  }

  @Test
  void eventsAreDeliveredAsOftenAndAsLateAsTold() {
    lab.events()
        .deliver(input -> input.path("eventName").asText().equals("DisconnectCustomKeyStore")
            ? List.of(Duration.ofMinutes(5), Duration.ofMinutes(6))
            : List.of(Duration.ofMinutes(9)));
    lab.kms().disconnect(Caller.user("operator"), id);
    lab.run(Duration.ofMinutes(5).plusSeconds(1));
    lab.kms().connect(Caller.user("operator"), id);

    lab.run(Duration.ofMinutes(20));

    assertThat(lab.stepFunctions().executions())
        .extracting(Execution::start)
        .extracting(start -> ((ObjectNode) start.input()).get("eventName").asText())
        .containsExactly(
            "DisconnectCustomKeyStore", "DisconnectCustomKeyStore", "ConnectCustomKeyStore");
  }

  @Test
  void lostSweepsDoNotRun() {
    lab.loseSweeps(true);
    lab.startSweeping();
    lab.run(Duration.ofMinutes(11));
    assertThat(lab.stepFunctions().executions()).isEmpty();

    lab.loseSweeps(false);
    lab.run(Duration.ofMinutes(5));

    assertThat(lab.stepFunctions().executions()).hasSize(1);
  }

  @Test
  void twoSweepsInterleave() {
    lab.functions()
        .next(
            "SweepFunction",
            InvocationFault.goesOn(Point.before("StartExecution"), Duration.ofSeconds(20)));
    lab.sweep();

    lab.sweep();
    lab.run(Duration.ofSeconds(30));

    assertThat(lab.aws().stepFunctionsCalls())
        .filteredOn(call -> call.call().operation().equals("StartExecution"))
        .hasSize(2);
  }
}
