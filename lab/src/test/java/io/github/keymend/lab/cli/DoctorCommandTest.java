package io.github.keymend.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.http.LabServer;
import io.github.keymend.lab.http.ServedLab;
import io.github.keymend.lab.http.ServerOptions;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** doctor against a lab that is being served: the real SDK, every break of the account by its command. */
class DoctorCommandTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:keymend";

  private final Lab lab =
      ServedLab.of(LabSettings.repairing(), List.of(StoreWish.parse("payments:hsm")));
  private LabServer server;

  @BeforeEach
  void serve() throws IOException {
    lab.aws()
        .secrets()
        .put("arn:aws:secretsmanager:us-east-1:111122223333:secret:keymend/payments-LabLab", "new");
    lab.startSweeping();
    server = LabServer.start(lab, ServerOptions.of(0, 0), line -> {});
  }

  @AfterEach
  void end() {
    server.close();
  }

  private Run doctor(String... more) {
    List<String> args =
        new ArrayList<>(List.of("doctor", "--endpoint-url", server.uri().toString()));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private void breaks(String aspect, String what) {
    Run run = Run.of(
        "lab", "account", aspect, what, "--port", Integer.toString(server.uri().getPort()));
    assertThat(run.status()).as(run.err()).isEqualTo(0);
  }

  @Test
  void a_stack_that_is_well_is_fine_in_every_check() {
    Run run = doctor();

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "stack keymend in us-east-1",
            "CREATE_COMPLETE",
            "Mode=repair",
            "confirmed: email on-call@example.com",
            "management-events is logging the management events of KMS",
            "is ENABLED and starts the sweep",
            "3 runs and 0 errors in the last 15 minutes",
            "SweepFunction is Active and has the settings of the stack",
            "RepairStateMachine may lambda:InvokeFunction",
            "CorrectFunction may dynamodb:GetItem, dynamodb:PutItem, kms:DescribeCustomKeyStores,"
                + " kms:UpdateCustomKeyStore, secretsmanager:GetSecretValue",
            "the topic has no KMS key, as deployed",
            "keymend is ACTIVE, under a key of DynamoDB",
            "is under alias/aws/secretsmanager",
            "the queue is empty",
            "RepairEndedBadly is ENABLED",
            "keymend-SweepDoesNotSucceed is OK",
            " 0 to know of, 0 wrong, 0 that cannot be told.")
        .doesNotContain("fault", "warning", "cannot tell");
    assertThat(run.status()).isEqualTo(0);
    assertThat(lab.aws().sns().published()).as("doctor sends nothing unasked").isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      stack         | failed           | stack        | UPDATE_ROLLBACK_FAILED                                        | aws cloudformation describe-stack-events
      subscription  | none             | subscribers  | nobody has a confirmed subscription                           | aws sns subscribe --topic-arn arn:aws:sns:us-east-1:111122223333:keymend
      subscription  | pending          | subscribers  | nobody has a confirmed subscription                           | confirm by the link
      topic-key     | aws-sns          | topic key    | the key that AWS manages for SNS                              | aws sns set-topic-attributes
      topic-key     | custom-key-store | topic key    | in the custom key store cks-1234567890abcdef0                 | aws sns set-topic-attributes
      table-key     | custom-key-store | table        | in the custom key store cks-1234567890abcdef0                 | aws dynamodb update-table
      table-key     | disabled         | table        | is Disabled                                                   | aws kms enable-key
      secret        | gone             | secret       | does not exist                                                | CorrectionSecretArns
      secret        | deleted          | secret       | is scheduled for deletion                                     | aws secretsmanager restore-secret
      secret-key    | custom-key-store | secret       | in the custom key store cks-1234567890abcdef0                 | aws secretsmanager update-secret
      trail         | none             | trail        | no trail records us-east-1                                    | aws cloudtrail create-trail
      trail         | stopped          | trail        | management-events is not logging                              | aws cloudtrail start-logging --region us-east-1 --name management-events
      trail         | excludes-kms     | trail        | management-events excludes kms.amazonaws.com                  | aws cloudtrail put-event-selectors
      trail         | read-only        | trail        | management-events records read events alone                   | aws cloudtrail put-event-selectors
      trail         | data-only        | trail        | management-events records no management events                | aws cloudtrail put-event-selectors
      trail         | elsewhere        | trail        | management-events records another Region alone                | --is-multi-region-trail
      schedule      | disabled         | schedule     | is DISABLED                                                   | EventBridge, Scheduler
      schedule      | gone             | schedule     | does not exist                                                | sam deploy
      sweep         | silent           | sweep        | 0 runs and 0 errors                                           | throttled
      sweep         | fails            | sweep        | 3 runs and 3 errors                                           | aws logs tail /aws/lambda/keymend
      rules         | disabled         | rules        | RepairEndedBadly is DISABLED                                  | aws events enable-rule --name keymend-RepairEndedBadly
      dead-letters  | waiting          | dead letters | 2 undelivered                                                 | aws sqs receive-message
      alarms        | ringing          | alarms       | keymend-SweepFails is in ALARM                                | aws cloudwatch describe-alarms
      alarms        | muted            | alarms       | keymend-SweepFails tells nobody: its actions are disabled     | aws cloudwatch enable-alarm-actions
      functions     | failed           | functions    | LookFunction is Failed                                        | aws lambda get-function-configuration
      functions     | changed          | functions    | LookFunction has KEYMEND_TABLE='another-table'                | Environment variables
      permissions   | missing          | permissions  | TellFunction may not sns:Publish on arn:aws:sns:us-east-1:111122223333:keymend: no policy of the role allows it | sam deploy
      permissions   | organization     | permissions  | TellFunction may not sns:Publish on arn:aws:sns:us-east-1:111122223333:keymend: a service control policy       | AWS Organizations
      permissions   | boundary         | permissions  | TellFunction may not sns:Publish on arn:aws:sns:us-east-1:111122223333:keymend: the permissions boundary       | Permissions boundary
      """)
  void each_break_is_named_with_its_remedy(
      String aspect, String what, String check, String seen, String remedy) throws IOException {
    // Given
    breaks(aspect, what);

    // When
    Run run = doctor("--json");

    // Then
    JsonNode answer = new ObjectMapper().readTree(run.out());
    assertThat(answer.path("findings"))
        .filteredOn(it -> !it.path("result").asText().equals("fine"))
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(it.path("check").asText()).isEqualTo(check);
          assertThat(it.path("why").asText()).isNotBlank();
          assertThat(it.path("remedy").asText()).isNotBlank();
        })
        .anySatisfy(it -> {
          assertThat(it.path("result").asText()).isEqualTo("fault");
          assertThat(it.path("seen").asText()).contains(seen);
          assertThat(it.path("remedy").asText()).contains(remedy);
        });
    assertThat(run.status()).isEqualTo(1);
    assertThat(answer.path("exitStatus").asInt()).isEqualTo(1);

    // When it is mended
    breaks(aspect, "fine");

    // Then
    assertThat(doctor().status()).isEqualTo(0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      stack      | rolled-back | UPDATE_ROLLBACK_COMPLETE
      secret-key | own         | allow kms:Decrypt on it to the output CorrectRoleArn
      """)
  void what_is_not_yet_wrong_is_told_and_ends_with_0(String aspect, String what, String text) {
    // Given
    breaks(aspect, what);

    // When
    Run run = doctor();

    // Then
    assertThat(run.out()).contains("warning ", text, " 1 to know of, 0 wrong");
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void what_the_caller_may_not_see_is_never_called_fine() {
    // Given
    breaks("caller", "denied");

    // When
    Run run = doctor();

    // Then
    assertThat(run.out())
        .contains(
            "cannot tell  trail",
            "you may not call cloudtrail:DescribeTrails",
            "you may not call iam:SimulatePrincipalPolicy",
            "SECURITY.md has the whole policy")
        .contains(" 0 wrong");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void a_fault_goes_before_what_cannot_be_seen() {
    breaks("caller", "denied");
    breaks("rules", "disabled");

    assertThat(doctor().status()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Ailment.class)
  void every_break_that_the_lab_knows_changes_what_doctor_says(Ailment ailment) {
    // Given
    String well = doctor().out();

    // When
    breaks(ailment.aspect(), ailment.word());

    // Then
    assertThat(doctor().out()).isNotEqualTo(well);
  }

  @Test
  void a_test_message_goes_through_the_real_topic_when_asked_for() {
    Run run = doctor("--send-test-message");

    assertThat(lab.aws().sns().published()).singleElement().satisfies(message -> {
      assertThat(message.request().topicArn()).isEqualTo(TOPIC);
      assertThat(message.request().subject()).isEqualTo("[keymend] Test message of doctor");
      assertThat(run.out()).contains("SNS took message " + message.messageId());
    });
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void a_schedule_that_is_disabled_really_starts_no_sweep() {
    // Given
    breaks("schedule", "disabled");

    // When
    server.world().advance(java.time.Duration.ofMinutes(20));

    // Then
    assertThat(doctor().out()).contains("0 runs and 0 errors in the last 15 minutes");
  }

  @Test
  void a_secret_without_a_value_is_told() throws IOException {
    // Given
    Lab empty = ServedLab.of(LabSettings.repairing(), List.of(StoreWish.parse("payments:hsm")));
    empty.startSweeping();

    // When
    try (LabServer served = LabServer.start(empty, ServerOptions.of(0, 0), line -> {})) {
      Run run = Run.of("doctor", "--endpoint-url", served.uri().toString());

      // Then
      assertThat(run.out())
          .contains("has no value yet", "aws secretsmanager put-secret-value --secret-id arn:aws:");
      assertThat(run.status()).isEqualTo(0);
    }
  }

  @Test
  void no_value_of_a_secret_is_ever_read() {
    doctor();

    assertThat(lab.aws().secrets().calls())
        .extracting(line -> line.call().operation())
        .containsOnly("DescribeSecret");
  }

  @Test
  void a_stack_that_does_not_exist_is_one_clear_line() {
    Run gone = doctor("--stack", "another");

    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.out()).isEmpty();
    assertThat(gone.err())
        .contains("there is no stack 'another' in this account and Region. Name it with --stack");
    breaks("stack", "gone");
    assertThat(doctor().status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      --endpoint-url http://127.0.0.1:1;                no lab answers at http://127.0.0.1:1. Start one with 'keymend lab'
      --endpoint-url https://kms.example.com;           is for a lab on this machine
      --endpoint-url http://127.0.0.1:1 --profile me;   give one of them
      --profile no-such-profile --region us-east-1;     no AWS credentials are found for the profile 'no-such-profile'
      --profile no-such-profile;                        no Region is known. Give --region
      --stacks keymend;                                 Valid options: --stack, --region, --profile, --endpoint-url
      """)
  void what_cannot_be_asked_is_one_clear_line(String args, String text) {
    Run run = Run.of(("doctor " + args).split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      trail;                 say what is wrong with 'trail'
      trail broken;          'trail' must be fine or one of [none, stopped, excludes-kms
      weather bad;           known: [stack, subscription
      """)
  void a_break_that_the_lab_does_not_know_is_refused_with_those_it_knows(String args, String text) {
    List<String> command = new ArrayList<>(List.of("lab", "account"));
    command.addAll(List.of(args.split(" ")));
    command.addAll(List.of("--port", Integer.toString(server.uri().getPort())));

    Run run = Run.of(command.toArray(String[]::new));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(text);
  }
}
