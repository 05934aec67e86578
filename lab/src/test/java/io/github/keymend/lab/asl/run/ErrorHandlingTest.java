package io.github.keymend.lab.asl.run;

import static io.github.keymend.lab.asl.run.VirtualRun.fails;
import static io.github.keymend.lab.asl.run.VirtualRun.json;
import static io.github.keymend.lab.asl.run.VirtualRun.returns;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.asl.model.ErrorEquals;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retry and Catch as on AWS. */
class ErrorHandlingTest {
  private static final String CATCH_ALL =
      "Catch: [ { ErrorEquals: [ States.ALL ], Next: Caught } ]\n";

  @Test
  void anErrorThatNothingCatchesFailsTheExecutionWithItsNameAndCause() {
    // Given
    VirtualRun run = new VirtualRun(Yaml.task(""), "{'id':1}", fails("com.example.Boom"));
    // When
    run.toEnd();
    // Then
    assertThat(run.failure().error()).isEqualTo("com.example.Boom");
    assertThat(json(run.failure().cause()))
        .isEqualTo(
            json("{'errorMessage':'it broke','errorType':'com.example.Boom','stackTrace':[]}"));
  }

  @Test
  void aCatchWithoutOutputHandsOnOnlyErrorAndCause() {
    // Given
    VirtualRun run =
        new VirtualRun(Yaml.catching(CATCH_ALL), "{'id':1}", fails(LambdaError.throttled()));
    // When
    run.toEnd();
    // Then
    assertThat(run.output())
        .isEqualTo(json("{'Error':'Lambda.TooManyRequestsException','Cause':'Rate Exceeded.'}"));
  }

  @Test
  void aCatchHasItsOwnAssignAndOutputAndThoseOfTheStateDoNotRun() {
    // Given
    String yaml = Yaml.task("""
        Assign: { seen: 1 }
        Catch:
          - ErrorEquals: [ com.example.Boom ]
            Assign: { problem: "{% $states.errorOutput.Error %}" }
            Output: "{% $states.input %}"
            Next: Caught
        """)
        + "  Caught: { Type: Succeed, Output: { in: \"{% $states.input %}\", e: \"{% $problem %}\" } }\n";
    VirtualRun run = new VirtualRun(yaml, "{'id':1}", fails("com.example.Boom"));
    // When
    run.toEnd();
    // Then
    assertThat(run.output()).isEqualTo(json("{'in':{'id':1},'e':'com.example.Boom'}"));
    assertThat(run.execution.variables()).containsOnlyKeys("problem");
  }

  @Test
  void anErrorInsideACatchFailsTheExecution() {
    // Given
    String yaml = Yaml.catching(
        "Catch: [ { ErrorEquals: [ States.ALL ], Output: \"{% $states.input.nope %}\", Next: Caught } ]\n");
    VirtualRun run = new VirtualRun(yaml, "{'id':1}", fails("com.example.Boom"));
    // When
    run.toEnd();
    // Then
    assertThat(run.failure().error()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void aFailedExpressionOfATaskCanBeCaught() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.catching("Output: \"{% $states.result.Payload.nope %}\"\n" + CATCH_ALL),
        "{'id':1}",
        returns("{}"));
    // When
    run.toEnd();
    // Then
    assertThat(run.output().get("Error").textValue()).isEqualTo("States.QueryEvaluationError");
  }

  @Test
  void pausesGrowByTheBackoffRateUpToTheMaximum() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.task(
            "Retry: [ { ErrorEquals: [ States.ALL ], IntervalSeconds: 2, MaxAttempts: 4, BackoffRate: 1.5, MaxDelaySeconds: 4 } ]\n"),
        "{'id':1}",
        fails("x.Y"));
    // When
    run.toEnd();
    // Then
    assertThat(run.pauses)
        .containsExactly(
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(4));
    assertThat(run.payloads).hasSize(5);
    assertThat(run.failure().error()).isEqualTo("x.Y");
  }

  @Test
  void aRetryWithoutNumbersTriesThreeTimesAfterOneTwoAndFourSeconds() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.task("Retry: [ { ErrorEquals: [ x.Y ] } ]\n"), "{'id':1}", fails("x.Y"));
    // When
    run.toEnd();
    // Then
    assertThat(run.pauses)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void noAttemptsMeansNoRetryEvenIfALaterRetrierWouldMatch() {
    // Given
    String retry =
        "Retry: [ { ErrorEquals: [ x.Y ], MaxAttempts: 0 }, { ErrorEquals: [ States.ALL ] } ]\n";
    VirtualRun run = new VirtualRun(Yaml.task(retry), "{'id':1}", fails("x.Y"));
    // When
    run.toEnd();
    // Then
    assertThat(run.payloads).hasSize(1);
  }

  @Test
  void everyRetrierCountsForItself() {
    // Given
    String retry =
        "Retry: [ { ErrorEquals: [ x.Y ], MaxAttempts: 1 }, { ErrorEquals: [ x.Z ], MaxAttempts: 1 } ]\n";
    VirtualRun run =
        new VirtualRun(Yaml.task(retry), "{'id':1}", fails("x.Y"), fails("x.Z"), returns("{}"));
    // When
    run.toEnd();
    // Then
    assertThat(run.status().name()).isEqualTo("SUCCEEDED");
  }

  @Test
  void leavingTheStateResetsTheRetries() {
    // Given
    String yaml = Yaml.task(
                "Retry: [ { ErrorEquals: [ x.Y ], MaxAttempts: 1 } ]\nAssign: { n: \"{% $exists($n) ? $n + 1 : 1 %}\" }\n")
            .replace("Next: Done", "Next: Again\n    Output: \"{% $states.input %}\"")
        + "  Again: { Type: Choice, Choices: [ { Condition: \"{% $n < 2 %}\", Next: A } ], Default: Done }\n";
    VirtualRun run =
        new VirtualRun(yaml, "{'id':1}", fails("x.Y"), returns("{}"), fails("x.Y"), returns("{}"));
    // When
    run.toEnd();
    // Then
    assertThat(run.status().name()).isEqualTo("SUCCEEDED");
    assertThat(run.payloads).hasSize(4);
  }

  @Test
  void theRetryCountIsInTheContextObject() {
    // Given
    String yaml = Yaml.task("Retry: [ { ErrorEquals: [ x.Y ] } ]\n")
        .replace("$states.input.id", "$states.context.State.RetryCount");
    VirtualRun run = new VirtualRun(yaml, "{}", fails("x.Y"), fails("x.Y"), returns("{}"));
    // When
    run.toEnd();
    // Then
    assertThat(run.payloads).containsExactly(json("{'id':0}"), json("{'id':1}"), json("{'id':2}"));
  }

  @Test
  void fullJitterIsAsLongAsTheInjectedNumberSays() {
    // Given
    String yaml = Yaml.task(
        "Retry: [ { ErrorEquals: [ x.Y ], IntervalSeconds: 8, MaxAttempts: 1, JitterStrategy: FULL } ]\n");
    VirtualRun run = new VirtualRun(yaml, "{'id':1}", 0.25, fails("x.Y"));
    // When
    run.toEnd();
    // Then
    assertThat(run.pauses).containsExactly(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({
    "x.Y, x.Y, true",
    "x.Y, x.Z, false",
    "States.ALL, x.Y, true",
    "States.ALL, States.Timeout, true",
    "States.ALL, States.QueryEvaluationError, true",
    "States.ALL, States.DataLimitExceeded, false",
    "States.ALL, States.Runtime, false",
    "States.TaskFailed, x.Y, true",
    "States.TaskFailed, Sandbox.Timedout, true",
    "States.TaskFailed, States.Timeout, false",
    "States.TaskFailed, States.Runtime, false",
    "States.DataLimitExceeded, States.DataLimitExceeded, true",
  })
  void aCatcherMatches(String errorEquals, String error, boolean matches) {
    // Given
    var catcher = new ErrorEquals(List.of(errorEquals));
    // When, Then
    assertThat(catcher.matches(error)).isEqualTo(matches);
  }

  @Test
  void aFunctionThatTimesOutIsSandboxTimedoutAndTakesItsTime() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.catching(CATCH_ALL), "{'id':1}", fails(LambdaError.timedOut(Duration.ofSeconds(30))));
    // When
    run.toEnd();
    // Then
    assertThat(run.output().get("Error").textValue()).isEqualTo("Sandbox.Timedout");
    assertThat(run.now).isEqualTo(VirtualRun.START.plusSeconds(30));
  }

  @Test
  void aTaskThatLastsTooLongIsStatesTimeout() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.catching(CATCH_ALL), "{'id':1}", fails(LambdaError.timedOut(Duration.ofSeconds(90))));
    // When
    run.toEnd();
    // Then
    assertThat(run.output()).isEqualTo(json("{'Error':'States.Timeout','Cause':''}"));
    assertThat(run.now).isEqualTo(VirtualRun.START.plusSeconds(60));
  }

  @Test
  void aTaskThatFailsLateAndUncaughtEndsTheExecutionAtThatTime() {
    // Given
    VirtualRun run = new VirtualRun(
        Yaml.task(""), "{'id':1}", fails(LambdaError.crashed().after(Duration.ofSeconds(5))));
    // When
    run.toEnd();
    // Then
    assertThat(run.failure().error()).isEqualTo("Runtime.ExitError");
    assertThat(run.execution.due()).isEqualTo(VirtualRun.START.plusSeconds(5));
  }

  @Test
  void nothingCatchesAnExecutionThatIsTimedOut() {
    // Given
    String yaml = Yaml.machine("""
        A: { Type: Wait, Seconds: 3599, Next: B }
        B: { Type: Wait, Seconds: 1, End: true }
        """);
    // When
    VirtualRun run = new VirtualRun(yaml, "{}").toEnd();
    // Then
    assertThat(run.status()).isEqualTo(new ExecutionStatus.TimedOut());
    assertThat(run.now).isEqualTo(VirtualRun.START.plusSeconds(3600));
  }

  @Test
  void anAnswerAfterTheTaskTimeoutIsLost() {
    // Given
    VirtualRun[] run = new VirtualRun[1];
    run[0] = new VirtualRun(Yaml.catching(CATCH_ALL), "{'id':1}", payload -> {
      run[0].now = run[0].now.plusSeconds(61);
      return json("{}");
    });
    // When
    run[0].toEnd();
    // Then
    assertThat(run[0].output().get("Error").textValue()).isEqualTo("States.Timeout");
  }

  @Test
  void anAnswerAfterTheEndOfTheExecutionsTimeIsLost() {
    // Given
    String yaml = Yaml.task("").replace("TimeoutSeconds: 3600", "TimeoutSeconds: 50");
    VirtualRun[] run = new VirtualRun[1];
    run[0] = new VirtualRun(yaml, "{'id':1}", payload -> {
      run[0].now = run[0].now.plusSeconds(50);
      return json("{}");
    });
    // When
    run[0].toEnd();
    // Then
    assertThat(run[0].status()).isEqualTo(new ExecutionStatus.TimedOut());
  }

  @Test
  void aPauseThatOutlastsTheExecutionEndsWithIt() {
    // Given
    String retry =
        "Retry: [ { ErrorEquals: [ States.ALL ], IntervalSeconds: 7200, MaxAttempts: 1 } ]\n";
    VirtualRun run = new VirtualRun(Yaml.task(retry), "{'id':1}", fails("x.Y"));
    // When
    run.toEnd();
    // Then
    assertThat(run.status()).isEqualTo(new ExecutionStatus.TimedOut());
    assertThat(run.payloads).hasSize(1);
    assertThat(run.execution.tally().transitions()).isEqualTo(1);
  }
}
