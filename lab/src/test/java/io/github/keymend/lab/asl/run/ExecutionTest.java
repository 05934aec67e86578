package io.github.keymend.lab.asl.run;

import static io.github.keymend.lab.asl.run.VirtualRun.fails;
import static io.github.keymend.lab.asl.run.VirtualRun.json;
import static io.github.keymend.lab.asl.run.VirtualRun.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.asl.load.AslLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branching, waiting, ending, and how an execution is moved on. */
class ExecutionTest {
  private static final String LOOP = Yaml.machine("""
      A: { Type: Pass, Next: B }
      B: { Type: Choice, Choices: [ { Condition: "{% $states.input.stop = true %}", Next: C } ], Default: A }
      C: { Type: Succeed }
      """);

  @Test
  void oneStepIsOneState() {
    // Given
    VirtualRun run = new VirtualRun(LOOP, "{'stop':true}");
    // When
    Optional<Duration> first = run.execution.step();
    // Then
    assertThat(first).contains(Duration.ZERO);
    assertThat(run.execution.state()).isEqualTo("B");
    assertThat(run.execution.step()).contains(Duration.ZERO);
    assertThat(run.execution.step()).isEmpty();
    assertThat(run.status()).isEqualTo(new ExecutionStatus.Succeeded(json("{'stop':true}")));
  }

  @Test
  void aStepThatIsNotDueIsRefused() {
    // Given
    VirtualRun run =
        new VirtualRun(Yaml.machine("A: { Type: Wait, Seconds: 5, End: true }\n"), "{}");
    run.execution.step();
    // When, Then
    assertThatThrownBy(run.execution::step)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("due at 2026-01-01T00:00:05Z");
  }

  @Test
  void stoppingAbortsAtOnceAndOnlyOnce() {
    // Given
    VirtualRun run =
        new VirtualRun(Yaml.machine("A: { Type: Wait, Seconds: 5, End: true }\n"), "{}");
    run.execution.step();
    // When
    run.execution.stop("Person.Stop", "enough");
    run.execution.stop("Other", "late");
    // Then
    assertThat(run.status()).isEqualTo(new ExecutionStatus.Aborted("Person.Stop", "enough"));
    assertThatThrownBy(run.execution::step)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ABORTED");
  }

  @Test
  void aFunctionMayStopTheExecutionThatCallsIt() {
    // Given
    VirtualRun[] run = new VirtualRun[1];
    run[0] = new VirtualRun(Yaml.task(""), "{'id':1}", payload -> {
      run[0].execution.stop("Person.Stop", "");
      return json("{}");
    });
    // When
    run[0].toEnd();
    // Then
    assertThat(run[0].status()).isEqualTo(new ExecutionStatus.Aborted("Person.Stop", ""));
    assertThat(run[0].execution.endedAt()).contains(VirtualRun.START);
    assertThat(run[0].payloads).hasSize(1);
  }

  @Test
  void theFirstRuleThatHoldsDecidesWithItsOwnAssignAndOutput() {
    // Given
    String yaml = Yaml.machine("""
        A:
          Type: Choice
          Assign: { by: default }
          Output: none
          Choices:
            - { Condition: "{% $states.input.n > 9 %}", Next: B, Assign: { by: big }, Output: "{% $states.input.n %}" }
            - { Condition: "{% $states.input.n > 4 %}", Next: B, Assign: { by: middle } }
          Default: B
        B: { Type: Succeed, Output: [ "{% $by %}", "{% $states.input %}" ] }
        """);
    // When, Then
    assertThat(new VirtualRun(yaml, "{'n':10}").toEnd().output()).isEqualTo(json("['big',10]"));
    assertThat(new VirtualRun(yaml, "{'n':5}").toEnd().output())
        .isEqualTo(json("['middle',{'n':5}]"));
    assertThat(new VirtualRun(yaml, "{'n':1}").toEnd().output())
        .isEqualTo(json("['default','none']"));
  }

  @Test
  void aConditionThatIsNoBooleanFailsTheExecution() {
    // Given
    String yaml = LOOP.replace("$states.input.stop = true", "$states.input.stop");
    // When
    VirtualRun run = new VirtualRun(yaml, "{'stop':'yes'}").toEnd();
    // Then
    assertThat(run.failure().error()).isEqualTo("States.QueryEvaluationError");
    assertThat(run.failure().cause())
        .contains("Choices[0]/Condition", "Expected 'boolean', but was 'string'");
  }

  @ParameterizedTest
  @CsvSource({"-1", "1.5", "'5'", "100000000"})
  void secondsThatAreNoWholeNumberFailTheExecution(String seconds) {
    // Given
    String yaml =
        Yaml.machine("A: { Type: Wait, Seconds: \"{% $states.input.s %}\", End: true }\n");
    // When
    VirtualRun run =
        new VirtualRun(yaml, "{'s':" + (seconds.equals("5") ? "'5'" : seconds) + "}").toEnd();
    // Then
    assertThat(run.failure().error()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void aWaitTakesTheTimeItComputes() {
    // Given
    String yaml = Yaml.machine(
        "A: { Type: Wait, Seconds: \"{% $floor($min([30, 5 * $power(1.2, 2)])) %}\", End: true }\n");
    // When
    VirtualRun run = new VirtualRun(yaml, "{}").toEnd();
    // Then
    assertThat(run.pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aFailStateComputesItsErrorAndCause() {
    // Given
    String yaml = Yaml.machine(
        "A: { Type: Fail, Error: Store.Stuck, Cause: \"{% 'after ' & $states.input.n %}\" }\n");
    // When
    VirtualRun run = new VirtualRun(yaml, "{'n':3}").toEnd();
    // Then
    assertThat(run.status()).isEqualTo(new ExecutionStatus.Failed("Store.Stuck", "after 3"));
  }

  @Test
  void transitionsAreStatesEnteredAndRetries() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.task("Retry: [ { ErrorEquals: [ x.Y ] } ]\n"),
        "{'id':1}",
        fails("x.Y"),
        fails("x.Y"),
        returns("{}"));
    // When
    run.toEnd();
    // Then: two states, two retries; start + 2 entered + 3 attempts of 3 + 2 left + end
    assertThat(run.execution.tally()).isEqualTo(new Tally(4, 2, 15));
    assertThat(run.execution.tally().cost(Price.STANDARD)).isEqualByComparingTo("0.0001");
  }

  @Test
  void aPollOfWaitLambdaAndChoiceIsThreeTransitionsAndNineEvents() {
    // Given
    String yaml =
        Yaml.task("").replace("Next: Done", "Next: Choose").replace("StartAt: A", "StartAt: Rest")
            + "  Rest: { Type: Wait, Seconds: 1, Next: A }\n"
            + "  Choose: { Type: Choice, Choices: [ { Condition: \"{% false %}\", Next: Rest } ], Default: Done }\n";
    VirtualRun run = new VirtualRun(yaml, "{'id':1}", returns("{}"));
    // When
    run.toEnd();
    // Then: start and end are two more events, the Succeed one more transition and two more events
    assertThat(run.execution.tally()).isEqualTo(new Tally(4, 0, 13));
  }

  @Test
  void tooLongAHistoryFailsTheExecution() {
    // Given
    VirtualRun run = new VirtualRun(LOOP, "{}");
    // When
    run.toEnd();
    // Then
    assertThat(run.failure().error()).isEqualTo("States.Runtime");
    assertThat(run.failure().cause()).contains("25000");
    assertThat(run.execution.tally().transitions()).isEqualTo(12_500);
  }

  @Test
  void theListenerHearsEverythingInOrder() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.task("Retry: [ { ErrorEquals: [ x.Y ] } ]\n"),
        "{'id':1}",
        fails("x.Y"),
        returns("{}"));
    // When
    run.toEnd();
    // Then
    assertThat(run.events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "StateEntered",
            "StateFailed",
            "StateRetrying",
            "StateLeft",
            "StateEntered",
            "StateLeft",
            "Ended");
    assertThat(run.events.get(3).at()).isEqualTo(VirtualRun.START.plusSeconds(1));
  }

  @Test
  void executionsTakeTurnsWithoutDisturbingEachOther() {
    // Given
    var file = AslLoader.parse(Yaml.machine("""
            A: { Type: Pass, Assign: { me: "{% $states.input %}" }, Next: B }
            B: { Type: Wait, Seconds: 0, Next: C }
            C: { Type: Succeed, Output: "{% $me %}" }
            """), Map.of());
    ExecutionWorld world = ExecutionWorld.of(
        Clock.fixed(VirtualRun.START, ZoneOffset.UTC), (f, payload, now) -> payload);
    List<Execution> all = Stream.of("1", "2", "3")
        .map(i ->
            new Execution(new ExecutionStart(file, VirtualRun.MACHINE, "run-" + i, json(i)), world))
        .toList();
    // When
    for (int round = 0; round < 4; round++) {
      all.forEach(Execution::step);
    }
    // Then
    assertThat(all)
        .extracting(Execution::status)
        .containsExactly(
            new ExecutionStatus.Succeeded(json("1")),
            new ExecutionStatus.Succeeded(json("2")),
            new ExecutionStatus.Succeeded(json("3")));
  }

  @Test
  void oneFileMayRunOnSeveralThreads() {
    // Given
    var file = AslLoader.parse(
        Yaml.machine(
            "A: { Type: Pass, Output: \"{% $sum($map($states.input, function($x) { $x * 2 })) %}\", End: true }\n"),
        Map.of());
    ExecutionWorld world = ExecutionWorld.of(
        Clock.fixed(VirtualRun.START, ZoneOffset.UTC), (f, payload, now) -> payload);
    // When
    List<String> outputs = IntStream.range(0, 400)
        .parallel()
        .mapToObj(i -> {
          var run = new Execution(
              new ExecutionStart(file, VirtualRun.MACHINE, "run-" + i, json("[1," + i + "]")),
              world);
          run.step();
          return ((ExecutionStatus.Succeeded) run.status()).output().toString();
        })
        .toList();
    // Then
    assertThat(outputs)
        .isEqualTo(
            IntStream.range(0, 400).mapToObj(i -> String.valueOf(2 + 2 * i)).toList());
  }
}
