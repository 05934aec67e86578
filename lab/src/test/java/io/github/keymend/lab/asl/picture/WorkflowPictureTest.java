package io.github.keymend.lab.asl.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.asl.load.AslLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The picture in words. */
class WorkflowPictureTest {
  private static final String TASK =
      "{ Type: Task, Resource: arn:aws:states:::lambda:invoke, TimeoutSeconds: 9, Arguments: { FunctionName: f }, ";

  @Test
  void everyStateIsANodeAndErrorsThatShareAWayShareANote() {
    // Given
    String yaml = """
        QueryLanguage: JSONata
        StartAt: Begin
        States:
          Begin: { Type: Pass, Assign: { state: FAILED }, Next: Look }
          Look: %1$s Next: Decide, Catch: [ { ErrorEquals: [ States.ALL ], Next: Tell } ] }
          Decide:
            Type: Choice
            Choices:
              - { Condition: "{%% $state = 'CONNECTED' %%}", Next: Done }
              - { Condition: "{%% $state = \\"GONE\\" %%}", Next: Done }
              - { Condition: "{%% $state = 'FAILED' and $states.input.this.is.a.very.long.condition.indeed %%}", Next: Connect }
            Default: Rest
          Connect: %1$s Next: Close, Catch: [ { ErrorEquals: [ a.B, com.example.LateException ], Next: Look }, { ErrorEquals: [ States.ALL ], Next: Tell } ] }
          Close: %1$s Next: Rest, Catch: [ { ErrorEquals: [ States.Timeout ], Next: Done }, { ErrorEquals: [ States.ALL ], Next: Tell } ] }
          Rest: { Type: Wait, Seconds: 5, Next: Look }
          Tell: { Type: Fail, Error: Broken }
          Done: { Type: Succeed }
        """.formatted(TASK);
    // When
    String picture = WorkflowPicture.render(AslLoader.parse(yaml, Map.of()));
    // Then
    assertThat(picture).isEqualTo("""
        flowchart TD
          start((" ")) --> s0
          s0("Begin")
          s1["Look"]
          s2{"Decide"}
          s3["Connect"]
          s4["Close"]
          s5(["Rest"])
          s6[["Tell"]]
          s7[["Done"]]
          s0 --> s1
          s1 --> s2
          s2 -->|"state = 'CONNECTED'<br/>state = #quot;GONE#quot;"| s7
          s2 --> s3
          s2 -->|"otherwise"| s5
          s3 --> s4
          s4 --> s5
          s5 --> s1
          s1 -. "any error" .-> s6
          s3 -. "B or LateException" .-> s1
          e0>"any other error in<br/>Connect, Close"] -.-> s6
          s4 -. "States.Timeout" .-> s7
        """);
  }

  @Test
  void aTaskWhoseErrorsChangeNothingHasOneArrow() {
    // Given
    String yaml = """
        QueryLanguage: JSONata
        StartAt: Tell
        States:
          Tell: %s Next: Done, Catch: [ { ErrorEquals: [ States.ALL ], Next: Done } ] }
          Done: { Type: Succeed }
        """.formatted(TASK);
    // When, Then
    assertThat(WorkflowPicture.render(AslLoader.parse(yaml, Map.of())))
        .endsWith("  s0 -->|\"even after an error\"| s1\n");
  }
}
