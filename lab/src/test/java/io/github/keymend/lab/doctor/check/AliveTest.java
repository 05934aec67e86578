package io.github.keymend.lab.doctor.check;

import static io.github.keymend.lab.doctor.check.Findings.absent;
import static io.github.keymend.lab.doctor.check.Findings.cannotTell;
import static io.github.keymend.lab.doctor.check.Findings.denied;
import static io.github.keymend.lab.doctor.check.Findings.fault;
import static io.github.keymend.lab.doctor.check.Findings.fine;
import static io.github.keymend.lab.doctor.check.Findings.warning;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.DeployedFunction;
import io.github.keymend.lab.doctor.seen.Runs;
import io.github.keymend.lab.doctor.seen.Schedule;
import io.github.keymend.lab.doctor.seen.Simulated;
import io.github.keymend.lab.doctor.seen.Stack;
import io.github.keymend.lab.doctor.seen.Stack.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack is whole, its functions can work, its sweep runs. */
class AliveTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SPAN = Duration.ofMinutes(15);
  private static final List<String> PARTS = List.of(
      "Incidents",
      "Messages",
      "DeadLetters",
      "RepairStateMachine",
      "OpenFunction",
      "LookFunction",
      "DiagnoseFunction",
      "DisconnectFunction",
      "CorrectFunction",
      "ConnectFunction",
      "ParkFunction",
      "CloseFunction",
      "TellFunction",
      "SweepFunction");

  private static Stack stack(String status, Map<String, String> resourceStatus) {
    Map<String, Resource> resources = new HashMap<>();
    PARTS.forEach(each -> resources.put(
        each,
        new Resource(
            each, "T", "p-" + each, resourceStatus.getOrDefault(each, "CREATE_COMPLETE"))));
    return new Stack(
        "arn:aws:cloudformation:us-east-1:111122223333:stack/keymend/1",
        "keymend",
        status,
        null,
        Instant.EPOCH,
        Map.of("Mode", "repair", "Attempts", "3"),
        resources);
  }

  @ParameterizedTest
  @CsvSource({"CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"})
  void a_whole_stack_is_fine_and_its_mode_is_shown(String status) {
    fine(StackCheck.of(stack(status, Map.of())), "Mode=repair");
  }

  @ParameterizedTest
  @CsvSource({"UPDATE_ROLLBACK_COMPLETE,see what failed", "UPDATE_IN_PROGRESS,wait for its end"})
  void a_stack_that_fell_back_or_is_changing_is_told(String status, String remedy) {
    warning(StackCheck.of(stack(status, Map.of())), status, remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE_FAILED",
    "ROLLBACK_COMPLETE",
    "UPDATE_ROLLBACK_FAILED",
    "DELETE_IN_PROGRESS",
    "DELETE_FAILED"
  })
  void a_stack_that_is_not_whole_is_a_fault(String status) {
    fault(StackCheck.of(stack(status, Map.of())), status, "describe-stack-events");
  }

  @Test
  void a_resource_that_failed_or_is_not_there_is_named() {
    fault(
        StackCheck.of(stack("UPDATE_COMPLETE", Map.of("Messages", "UPDATE_FAILED"))),
        "Messages is UPDATE_FAILED",
        "sam deploy");
    Stack whole = stack("CREATE_COMPLETE", Map.of());
    Map<String, Resource> fewer = new HashMap<>(whole.resources());
    fewer.remove("TellFunction");
    Stack lacking =
        new Stack(whole.id(), "other", "CREATE_COMPLETE", null, Instant.EPOCH, Map.of(), fewer);
    fault(StackCheck.of(lacking), "it has no TellFunction", "--stack");
  }

  @Test
  void the_schedule_is_enabled_and_starts_the_sweep() {
    fine(
        ScheduleCheck.of("arn:s", Sight.of(new Schedule("n", true, "rate(5 minutes)", "arn:s"))),
        "ENABLED");
    fault(
        ScheduleCheck.of("arn:s", Sight.of(new Schedule("n", false, "rate(5 minutes)", "arn:s"))),
        "is DISABLED",
        "Enable");
    fault(
        ScheduleCheck.of("arn:s", Sight.of(new Schedule("n", true, "rate(5 minutes)", "arn:x"))),
        "starts arn:x and not the sweep",
        "deploy again");
    fault(ScheduleCheck.of("arn:s", absent("the schedule n")), "does not exist", "sam deploy");
    cannotTell(ScheduleCheck.of("arn:s", denied("scheduler:GetSchedule")), "scheduler:GetSchedule");
  }

  private static List<Finding> runs(Duration age, long invocations, long errors) {
    return SweepRunsCheck.of("f", "/log", SPAN, age, Sight.of(new Runs(invocations, errors)));
  }

  @Test
  void the_sweep_has_run_and_not_failed() {
    fine(runs(DAY, 3, 0), "3 runs and 0 errors");
    warning(runs(DAY, 3, 1), "3 runs and 1 errors", "aws logs tail /log");
    fault(runs(DAY, 3, 3), "3 runs and 3 errors", "aws logs tail /log");
    fault(runs(DAY, 0, 0), "0 runs", "schedule");
    warning(runs(Duration.ofMinutes(4), 0, 0), "deployed 4 minutes ago", "run doctor again");
    cannotTell(
        SweepRunsCheck.of("f", "/log", SPAN, DAY, denied("cloudwatch:GetMetricStatistics")),
        "cloudwatch:GetMetricStatistics");
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute), PT15M",
    "rate(5 minutes), PT15M",
    "rate(30 minutes), PT1H",
    "'', PT15M"
  })
  void it_looks_back_far_enough_for_a_slow_sweep(String rate, Duration span) {
    assertThat(SweepRunsCheck.span(rate)).isEqualTo(span);
  }

  private static DeployedFunction function(String state, String update, String mode) {
    return new DeployedFunction(
        "f",
        "arn:f",
        state,
        update,
        null,
        "arn:r",
        Map.of(
            "KEYMEND_MODE", mode,
            "KEYMEND_TABLE", "p-Incidents",
            "KEYMEND_TOPIC_ARN", "p-Messages",
            "KEYMEND_STATE_MACHINE_ARN", "p-RepairStateMachine",
            "KEYMEND_ATTEMPTS", "3"));
  }

  private static List<Finding> function(DeployedFunction function) {
    return FunctionsCheck.of(
        "LookFunction", stack("CREATE_COMPLETE", Map.of()), Sight.of(function));
  }

  private static Stack excluding(String store) {
    Stack stack = stack("CREATE_COMPLETE", Map.of());
    Map<String, String> parameters = new HashMap<>(stack.parameters());
    parameters.put("ExcludedStores", store);
    return new Stack(
        stack.id(),
        stack.name(),
        stack.status(),
        stack.statusReason(),
        stack.changed(),
        parameters,
        stack.resources());
  }

  /** Somebody has taken a store off the list that keymend is to leave alone. */
  @Test
  void a_function_that_leaves_other_stores_alone_than_the_stack_says_is_a_fault() {
    fault(
        FunctionsCheck.of(
            "LookFunction",
            excluding("cks-1234567890abcdef0"),
            Sight.of(function("Active", "Successful", "repair"))),
        "KEYMEND_EXCLUDED_STORES='', the stack says 'cks-1234567890abcdef0'",
        "Environment variables");
  }

  @Test
  void a_function_can_be_called_and_has_the_settings_of_the_stack() {
    fine(function(function("Active", "Successful", "repair")), "has the settings of the stack");
    fine(function(function("Inactive", "Successful", "repair")), "is Inactive");
    fault(function(function("Failed", "Successful", "repair")), "is Failed", "sam deploy");
    fault(function(function("Active", "Failed", "repair")), "last update Failed", "sam deploy");
    fault(
        function(function("Active", "Successful", "observe")),
        "KEYMEND_MODE='observe', the stack says 'repair'",
        "Environment variables");
    cannotTell(
        FunctionsCheck.of(
            "LookFunction",
            stack("CREATE_COMPLETE", Map.of()),
            denied("lambda:GetFunctionConfiguration")),
        "lambda:GetFunctionConfiguration");
  }

  private static List<Finding> permissions(
      String decision, boolean organization, boolean boundary) {
    return PermissionsCheck.of(
        "TellFunction",
        Map.of(
            "arn:t",
            Sight.of(List.of(new Simulated("sns:Publish", decision, organization, boundary)))));
  }

  @Test
  void a_role_may_do_what_its_owner_needs_whoever_else_has_a_say() {
    fine(permissions("allowed", true, true), "TellFunction may sns:Publish");
    fault(permissions("implicitDeny", true, true), "no policy of the role allows it", "sam deploy");
    fault(permissions("explicitDeny", true, true), "a policy of the role denies it", "sam deploy");
    fault(permissions("allowed", false, true), "service control policy", "AWS Organizations");
    fault(permissions("implicitDeny", true, false), "permissions boundary", "boundary");
    cannotTell(
        PermissionsCheck.of("TellFunction", Map.of("arn:t", denied("iam:SimulatePrincipalPolicy"))),
        "iam:SimulatePrincipalPolicy");
    fault(
        PermissionsCheck.of("TellFunction", Map.of("arn:t", absent("the role arn:r"))),
        "does not exist",
        "sam deploy");
  }
}
