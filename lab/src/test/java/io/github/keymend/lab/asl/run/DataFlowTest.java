package io.github.keymend.lab.asl.run;

import static io.github.keymend.lab.asl.run.VirtualRun.json;
import static io.github.keymend.lab.asl.run.VirtualRun.returns;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a state gets, remembers and hands on. */
class DataFlowTest {
  private static final String HEAD = "A:\n  Type: Pass\n";

  private static VirtualRun pass(String fields, String input) {
    return new VirtualRun(Yaml.machine(HEAD + fields.indent(2) + "  End: true\n"), input).toEnd();
  }

  @Test
  void aTaskHandsOnItsResultByDefault() {
    // Given
    VirtualRun run = new VirtualRun(Yaml.task(""), "{'id':'cks-1'}", returns("{'state':'FAILED'}"));
    // When
    run.toEnd();
    // Then
    assertThat(run.output())
        .isEqualTo(
            json("{'ExecutedVersion':'$LATEST','Payload':{'state':'FAILED'},'StatusCode':200}"));
    assertThat(run.payloads).containsExactly(json("{'id':'cks-1'}"));
  }

  @Test
  void otherStatesHandOnTheirInputByDefault() {
    // Given, When
    VirtualRun run = pass("Assign: { x: 1 }", "{'a':1}");
    // Then
    assertThat(run.output()).isEqualTo(json("{'a':1}"));
  }

  @Test
  void outputAndAssignSeeTheOldVariables() {
    // Given
    String yaml = Yaml.machine("""
        A: { Type: Pass, Assign: { x: 1, y: 2 }, Next: B }
        B:
          Type: Pass
          Assign: { x: "{% $y %}", y: "{% $x %}" }
          Output: { x: "{% $x %}", y: "{% $y %}" }
          Next: C
        C: { Type: Succeed, Output: { before: "{% $states.input %}", x: "{% $x %}", y: "{% $y %}" } }
        """);
    // When
    VirtualRun run = new VirtualRun(yaml, "{}").toEnd();
    // Then
    assertThat(run.output()).isEqualTo(json("{'before':{'x':1,'y':2},'x':2,'y':1}"));
  }

  @Test
  void anUndefinedFieldFailsTheWholeState() {
    // Given, When
    VirtualRun run = pass("Output: { ok: 1, result: \"{% $states.input.missing %}\" }", "{}");
    // Then
    assertThat(run.failure().error()).isEqualTo("States.QueryEvaluationError");
    assertThat(run.failure().cause())
        .contains("An error occurred while executing the state 'A' (entered at the event id #2).")
        .contains(
            "The JSONata expression '$states.input.missing' specified for the field 'Output/result'"
                + " returned nothing (undefined).");
  }

  @Test
  void nullIsAValueAndNotUndefined() {
    // Given, When
    VirtualRun run = pass(
        "Output: { a: \"{% $states.input.n %}\", b: \"{% [$states.input.n, 1] %}\" }",
        "{'n':null}");
    // Then
    assertThat(run.output()).isEqualTo(json("{'a':null,'b':[null,1]}"));
  }

  @Test
  void anUndefinedFieldOfAnObjectMadeByAnExpressionIsLeftOutByJsonata() {
    // Given, When
    VirtualRun run = pass("Output: \"{% { 'a': 1, 'b': $states.input.missing } %}\"", "{}");
    // Then
    assertThat(run.output()).isEqualTo(json("{'a':1}"));
  }

  @Test
  void aFunctionIsNoOutput() {
    // Given, When
    VirtualRun run = pass("Output: \"{% $uppercase %}\"", "{}");
    // Then
    assertThat(run.failure().error()).isEqualTo("States.QueryEvaluationError");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$now() | '2026-01-01T00:00:00.000Z'",
        "$millis() | 1767225600000",
        "$uuid() | '00000000-0000-0000-0000-000000000001'",
        "$parse($states.input.text).a | 7",
        "$states.context.Execution.Id | 'arn:aws:states:eu-central-1:111122223333:execution:keymend-repair:run-1'",
        "$states.context.Execution.Name | 'run-1'",
        "$states.context.Execution.StartTime | '2026-01-01T00:00:00.000Z'",
        "$states.context.Execution.Input.d | 1.5",
        "$states.context.State.Name | 'A'",
        "$states.context.State.EnteredTime | '2026-01-01T00:00:00.000Z'",
        "$states.context.State.RetryCount | 0",
        "$states.context.StateMachine.Name | 'keymend-repair'",
        "$states.context.StateMachine.Id | 'arn:aws:states:eu-central-1:111122223333:stateMachine:keymend-repair'",
        "$states.input.d * 2 | 3",
        "[$states.input.list[k = 'b']] | [{'k':'b'}]",
        "[$states.input.list[k = 'z']] | []",
        "$exists($states.input.nope) ? 1 : 2 | 2",
        "$map($states.input.list, function($x) { $x.k }) | ['a','b']",
      })
  void anExpressionGives(String expression, String expected) {
    // Given
    String input =
        "{'d':1.5,'list':[{'k':'a'},{'k':'b'}],'text':'{\\'a\\':7}'}".replace("\\'", "\\\"");
    // When
    VirtualRun run = pass("Output:\n  r: \"{% " + expression + " %}\"", input);
    // Then
    assertThat(run.output()).isEqualTo(json("{'r':" + expected + "}"));
  }

  @Test
  void expressionsReadTheVirtualClockAfterAWait() {
    // Given
    String yaml = Yaml.machine("""
        A: { Type: Wait, Seconds: 90, Assign: { t: "{% $now() %}" }, Next: B }
        B: { Type: Succeed, Output: "{% $t %}" }
        """);
    // When
    VirtualRun run = new VirtualRun(yaml, "{}").toEnd();
    // Then
    assertThat(run.output()).isEqualTo(json("'2026-01-01T00:01:30.000Z'"));
  }
}
