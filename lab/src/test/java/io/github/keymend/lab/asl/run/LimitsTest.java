package io.github.keymend.lab.asl.run;

import static io.github.keymend.lab.asl.run.VirtualRun.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.keymend.lab.asl.load.AslLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The quotas of Step Functions. */
class LimitsTest {
  private static final String CATCH = "Catch: [ { ErrorEquals: [ %s ], Next: Caught } ]\n";

  private static VirtualRun resultOf(int bytes, String caught) {
    return new VirtualRun(
            Yaml.catching(CATCH.formatted(caught)),
            "{'id':1}",
            payload -> TextNode.valueOf("x".repeat(bytes)))
        .toEnd();
  }

  @Test
  void aResultThatIsTooLargeEndsTheExecutionPastEveryCatchAll() {
    // Given, When
    VirtualRun run = resultOf(262_144, "States.ALL");
    // Then
    assertThat(run.failure().error()).isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void aResultThatIsTooLargeCanBeCaughtByItsName() {
    assertThat(
            resultOf(262_144, "States.DataLimitExceeded").output().get("Error").textValue())
        .isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void aResultJustBelowTheLimitPasses() {
    assertThat(resultOf(262_000, "States.ALL").status().name()).isEqualTo("SUCCEEDED");
  }

  @Test
  void anOutputThatIsTooLargeFailsTheExecution() {
    // Given
    String yaml =
        Yaml.machine("A: { Type: Pass, Output: \"{% $pad('', 262200, 'x') %}\", End: true }\n");
    // When, Then
    assertThat(new VirtualRun(yaml, "{}").toEnd().failure().error())
        .isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void anAssignThatIsTooLargeFailsTheExecution() {
    // Given
    String yaml = Yaml.machine(
        "A: { Type: Pass, Assign: { a: \"{% $pad('', 200000, 'x') %}\", b: \"{% $pad('', 70000, 'x') %}\" }, End: true }\n");
    // When, Then
    assertThat(new VirtualRun(yaml, "{}").toEnd().failure().error())
        .isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void aVeryLongCauseIsCut() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.task(""),
        "{'id':1}",
        VirtualRun.fails(new LambdaError("x.Y", "z".repeat(40_000), LambdaErrorKind.SERVICE)));
    // When, Then
    assertThat(run.toEnd().failure().cause()).hasSize(32_768);
  }

  @Test
  void anInputThatStartExecutionWouldRefuseIsRefused() {
    // Given
    var file = AslLoader.parse(Yaml.task(""), Map.of());
    // When, Then
    assertThatThrownBy(() -> new ExecutionStart(
            file, VirtualRun.MACHINE, "a", TextNode.valueOf("x".repeat(262_144))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("262144");
    assertThatThrownBy(() -> new ExecutionStart(file, VirtualRun.MACHINE, "a b", json("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a b'");
  }

  @Test
  void theMachineMustBeAnArn() {
    assertThatThrownBy(() -> new MachineArn("keymend-repair"))
        .hasMessageContaining("arn:<partition>");
  }
}
