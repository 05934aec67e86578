package io.github.keymend.lab.asl.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A good workflow is taken; each single mistake in it is found. */
class AslScanTest {
  private static final String GOOD = """
      Comment: a good workflow
      QueryLanguage: JSONata
      TimeoutSeconds: 3600
      StartAt: Begin
      States:
        Begin: { Type: Pass, Assign: { polls: 0, store: "{% $states.input.store %}" }, Next: Look }
        Look:
          Type: Task
          Resource: arn:${Partition}:states:::lambda:invoke
          Arguments: { FunctionName: "${LookFunction}", Payload: { store: "{% $store %}" } }
          TimeoutSeconds: 60
          Retry:
            - { ErrorEquals: [ com.example.TransientException ], IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: FULL }
          Catch:
            - { ErrorEquals: [ States.ALL ], Assign: { why: "{% $states.errorOutput.Cause %}" }, Next: Broken }
          Assign: { state: "{% $states.result.Payload.state %}" }
          Output: "{% $states.input %}"
          Next: Decide
        Decide:
          Type: Choice
          Choices:
            - { Condition: "{% $state = 'CONNECTED' or [$states.input.list[k > 1 and $ != 2]] != [] %}", Next: Done }
            - { Condition: "{% $polls > 9 %}", Next: Broken, Assign: { why: too long } }
          Default: Rest
        Rest: { Type: Wait, Seconds: "{% $floor($min([30, 5 * $power(1.2, $polls)])) %}", Assign: { polls: "{% $polls + 1 %}" }, Next: Look }
        Done: { Type: Succeed, Output: { state: "{% $state %}" } }
        Broken: { Type: Fail, Error: Store.Broken, Cause: "{% $why %}" }
      """;

  private static final Map<String, String> VALUES =
      Map.of("Partition", "aws-us-gov", "LookFunction", "look");

  private static List<String> findings(String yaml) {
    return AslScan.scan(yaml, VALUES).stream().map(Finding::toString).toList();
  }

  private static String changed(String from, String to) {
    assertThat(GOOD).contains(from);
    return GOOD.replace(from, to);
  }

  @Test
  void aGoodWorkflowHasNoFindings() {
    assertThat(findings(GOOD)).isEmpty();
  }

  @Test
  void aGoodWorkflowIsRead() {
    // Given, When
    var file = AslLoader.parse(GOOD, VALUES);
    // Then
    assertThat(file.comment()).isEqualTo("a good workflow");
    assertThat(file.timeout()).contains(Duration.ofHours(1));
    assertThat(file.states().keySet())
        .containsExactly("Begin", "Look", "Decide", "Rest", "Done", "Broken");
    assertThat(file.state("Decide").targets()).containsExactly("Done", "Broken", "Rest");
    assertThatThrownBy(() -> file.state("Nowhere"))
        .hasMessageContaining("'Nowhere'")
        .hasMessageContaining("Look");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // the file
        "QueryLanguage: JSONata | QueryLanguage: JSONPath | 'QueryLanguage' must be JSONata",
        "QueryLanguage: JSONata | Version: '1.0' | 'QueryLanguage' must be JSONata",
        "StartAt: Begin | StartAt: Start | 'StartAt' names 'Start', which is no state",
        "TimeoutSeconds: 3600 | TimeoutSeconds: '1h' | 'TimeoutSeconds' must be a whole number",
        "Comment: a good workflow | Kommentar: ein Ablauf | field 'Kommentar' is not known in a state machine",
        "Error: Store.Broken | Error: &a Store.Broken, Comment: *a | anchors and aliases are refused",
        "Rest: { | Look: { | Duplicate field 'Look'",
        "${LookFunction} | ${LookFunctoin} | substitution ${LookFunctoin} has no value",
        "StartAt: Begin | StartAt: [ | not readable as YAML",
        // types, fields, targets
        "Type: Wait | Type: Pause | state 'Rest': type 'Pause' is not supported; allowed are [Task, Choice, Wait, Pass, Succeed, Fail]",
        "Type: Wait | Type: Map | state 'Rest': type 'Map' is not supported",
        "Type: Wait | Type: Parallel | state 'Rest': type 'Parallel' is not supported",
        "Type: Pass, | Type: Pass, Result: 1, | state 'Begin': field 'Result' is not known in a Pass",
        "Type: Pass, | Type: Pass, QueryLanguage: JSONPath, | state 'Begin': 'QueryLanguage' must be JSONata",
        "Next: Look } | Next: Lok } | leads to 'Lok', which is no state",
        "Next: Look } | End: false } | 'End' must be true or absent",
        "Next: Look } | End: true, Next: Look } | needs either 'Next' or 'End: true'",
        "Default: Rest | Default: Done | state 'Rest': cannot be reached",
        "Default: Rest | Comment: none | state 'Decide': 'Default' is missing",
        "- { Condition: \"{% $polls > 9 %}\", Next: Broken, | - { Condition: \"{% $polls > 9 %}\", | 'Next' is missing",
        "Type: Fail, | Type: Fail, Next: Look, | field 'Next' is not known in a Fail",
        "Type: Succeed, | Type: Succeed, Assign: { a: 1 }, | field 'Assign' is not known in a Succeed",
        "Error: Store.Broken | Error: 7 | 'Error' must be a text",
        // tasks
        ":::lambda:invoke | :::lambda:invoke.waitForTaskToken | state 'Look': resource 'arn:aws-us-gov:states:::lambda:invoke.waitForTaskToken' is not supported",
        ":::lambda:invoke | :::sns:publish | is not supported; allowed is arn:<partition>:states:::lambda:invoke",
        "TimeoutSeconds: 60 | Comment: none | state 'Look': 'TimeoutSeconds' is missing",
        "TimeoutSeconds: 60 | TimeoutSeconds: 0 | 'TimeoutSeconds' must be a whole number from 1",
        "TimeoutSeconds: 60 | HeartbeatSeconds: 60 | field 'HeartbeatSeconds' is not known in a Task",
        "FunctionName: | Comment: look, FunctionName: | field 'Comment' is not known in the Arguments of lambda:invoke",
        "FunctionName: | InvocationType: Event, FunctionName: | field 'InvocationType' is not known in the Arguments of lambda:invoke",
        "FunctionName: \"${LookFunction}\" | FunctionName: \"{% $store %}\" | 'FunctionName' must be fixed",
        "store: \"{% $store %}\" } } | store.$: $.store } } | 'store.$' is JSONPath",
        "Output: \"{% $states.input %}\" | OutputPath: $.x | field 'OutputPath' is not known in a Task",
        // retry and catch
        "MaxDelaySeconds: 60 | MaxDelaySeconds: 2 | 'MaxDelaySeconds' must be greater than IntervalSeconds, which is 2",
        "MaxAttempts: 6 | MaxAttempts: \"6\" | 'MaxAttempts' must be a whole number",
        "BackoffRate: 2 | BackoffRate: 0.5 | 'BackoffRate' must be a number, at least 1.0",
        "JitterStrategy: FULL | JitterStrategy: HALF | 'JitterStrategy' must be FULL or NONE",
        "[ com.example.TransientException ] | [ States.ALL, States.Timeout ] | States.ALL must stand alone",
        "[ com.example.TransientException ] | [] | 'ErrorEquals' must be a list of texts that is not empty",
        "[ com.example.TransientException ] | [ States.Runtime ] | error 'States.Runtime' cannot be handled here",
        "- { ErrorEquals: [ com. | - { ErrorEquals: [ States.ALL ] }\\n      - { ErrorEquals: [ com. | 'Retry': States.ALL must be in the last entry",
        "IntervalSeconds: 2 | Intervall: 2 | field 'Intervall' is not known in a Retry",
        "Catch:\\n | Catch:\\n      - { ErrorEquals: [ States.ALL ], Next: Broken, Assign: { why: 1 } }\\n | 'Catch': States.ALL must be in the last entry",
        // expressions
        "5 * $power | $$ * $power | bare $$ has no meaning",
        "5 * $power | $ * $power | bare $ has no meaning outside a predicate",
        "{% $polls + 1 %} | {% $eval('1') %} | $eval is not available in Step Functions",
        "{% $polls + 1 %} | {% $random() %} | $random is refused",
        "{% $polls + 1 %} | {% $hash('a') %} | $hash is not provided",
        "{% $polls + 1 %} | {% $plus(1) %} | $plus is no function of JSONata",
        "{% $polls + 1 %} | {% $now('[Y]') %} | $now is provided without arguments",
        "{% $polls + 1 %} | {% polls + 1 %} | unqualified field 'polls' has no meaning",
        "{% $polls + 1 %} | {% $polls + %} | is not JSONata",
        "{% $polls + 1 %} | now {% $polls %} | must be one whole expression",
        "{% $polls + 1 %} | {% $polls + 1 | must be one whole expression",
        "{% $polls > 9 %} | $polls > 9 | must be one whole expression",
        "{% $polls + 1 %} | {% $states.result.x %} | $states.result exists only in the Assign and Output of a Task",
        "{% $store %} | {% $states.result.x %} | 'Arguments/Payload/store': $states.result exists only in",
        "Cause: \"{% $why %}\" | Cause: \"{% $states.errorOutput.Cause %}\" | state 'Broken': 'Cause': $states.errorOutput exists only in a Catch",
        "{% $polls + 1 %} | {% $states.inptu.x %} | $states.inptu is not known",
        "{% $polls + 1 %} | {% $states %} | $states must be followed by .input",
        "{% $polls + 1 %} | {% $states.context.Task.Token %} | $states.context.Task.Token is not known",
        // variables
        "{% $polls + 1 %} | {% $pols + 1 %} | 'Assign/polls': variable $pols is assigned nowhere; there are [polls, state, store, why]",
        "Payload: { store: \"{% $store %}\" } | Payload: { store: \"{% $state %}\" } | state 'Look': 'Arguments/Payload/store': variable $state is not assigned on every way here",
        "Assign: { why: too long } | Assign: { whyNot: too long } | state 'Broken': 'Cause': variable $why is not assigned on every way here",
        "Assign: { polls: 0 | Assign: { states: 0, polls: 0 | variable 'states' is reserved",
        "Assign: { polls: 0 | Assign: { a.b: 0, polls: 0 | variable 'a.b' must be a letter",
        "Assign: { polls: 0 | Assign: { floor: 0, polls: 0 | state 'Rest': 'Seconds': the function $floor is hidden by the variable",
      })
  void oneMistakeIsFound(String from, String to, String finding) {
    // Given
    String yaml = changed(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
    // When
    List<String> findings = findings(yaml);
    // Then
    assertThat(findings).anySatisfy(found -> assertThat(found).contains(finding));
    assertThatThrownBy(() -> AslLoader.parse(yaml, VALUES))
        .isInstanceOf(AslRefusedException.class)
        .hasMessageContaining(finding);
  }

  @Test
  void aVariableThatOnlySomeWaysAssignMayBeUsedWithExists() {
    assertThat(findings(changed(
            "{ store: \"{% $store %}\" }", "{ s: \"{% $exists($state) ? $state : 'none' %}\" }")))
        .isEmpty();
  }

  @Test
  void aVariableMayHaveTheNameOfAFunctionThatNobodyCalls() {
    assertThat(findings(GOOD.replace("why", "error"))).isEmpty();
  }

  @Test
  void aFunctionMayBeHandedOver() {
    assertThat(findings(changed("{% $polls + 1 %}", "{% $map([1], $string) %}")))
        .isEmpty();
  }

  @Test
  void namesBoundInsideAnExpressionAreNoVariables() {
    String expression = "{% ($a := 1; $map([1, 2], function($x, $i) { $x + $i + $a })[0]) %}";
    assertThat(findings(changed("{% $polls + 1 %}", expression))).isEmpty();
  }

  @Test
  void textsCommentsAndPatternsAreNoNames() {
    String expression = "{% /* $$ x */ $contains('a $b', /$c|\\\\/d/i) ? 1 : 0 %}";
    assertThat(findings(changed("{% $polls + 1 %}", expression))).isEmpty();
  }

  @Test
  void aStateThatNeverComesToAnEndIsFound() {
    String yaml =
        GOOD.replace("Next: Done }", "Next: Rest }").replace("Next: Broken", "Next: Rest");
    assertThat(findings(yaml))
        .contains("state 'Rest': can never come to an end: no Succeed, Fail or End: true follows");
  }

  @Test
  void allFindingsAreTold() {
    // Given
    String yaml = GOOD.replace("TimeoutSeconds: 60", "Comment: none")
        .replace("$polls + 1", "$pols + 1")
        .replace("MaxAttempts: 6", "MaxAttempts: -1");
    // When, Then
    assertThat(findings(yaml)).hasSize(3);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> AslLoader.load(Path.of("no-such.asl.yaml"), VALUES))
        .hasMessageContaining("no-such.asl.yaml");
  }
}
