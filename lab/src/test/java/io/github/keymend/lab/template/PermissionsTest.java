package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what: each role has what its step needs, and nothing else. */
class PermissionsTest {
  private static final String STATES = "arn:aws:states:us-east-1:111122223333:";
  private static final List<String> TABLE = onTable("GetItem", "PutItem");
  private static final String QUERY = onTable("Query").get(0);
  private static final String DESCRIBE = "kms:DescribeCustomKeyStores on *";
  private static final String LIST_VERSIONS =
      "secretsmanager:ListSecretVersionIds on " + Deployments.SECRET;
  private static final String READ_SECRET =
      "secretsmanager:GetSecretValue on " + Deployments.SECRET;
  private static final String PUBLISH =
      "sns:Publish on arn:aws:sns:us-east-1:111122223333:keymend-Messages";
  private static final String START =
      "states:StartExecution on " + STATES + "stateMachine:keymend-repair";
  private static final String IS_IT_RUNNING =
      "states:DescribeExecution on " + STATES + "execution:keymend-repair:*";

  private static List<String> onTable(String... actions) {
    return Stream.of(actions)
        .map(
            it -> "dynamodb:" + it + " on arn:aws:service:us-east-1:111122223333:keymend-Incidents")
        .toList();
  }

  private static Set<String> table(String... more) {
    Set<String> all = new TreeSet<>(TABLE);
    all.addAll(List.of(more));
    return all;
  }

  static Stream<Arguments> whatEachFunctionMayDo() {
    return Stream.of(
        Arguments.of("OpenFunction", table(DESCRIBE, IS_IT_RUNNING)),
        Arguments.of("LookFunction", table(DESCRIBE)),
        Arguments.of("DiagnoseFunction", table(QUERY, LIST_VERSIONS)),
        Arguments.of("DisconnectFunction", table(DESCRIBE, "kms:DisconnectCustomKeyStore on *")),
        Arguments.of(
            "CorrectFunction", table(DESCRIBE, READ_SECRET, "kms:UpdateCustomKeyStore on *")),
        Arguments.of("ConnectFunction", table(DESCRIBE, "kms:ConnectCustomKeyStore on *")),
        Arguments.of("ParkFunction", table()),
        Arguments.of("CloseFunction", table()),
        Arguments.of("TellFunction", table(PUBLISH)),
        Arguments.of(
            "SweepFunction",
            table(
                QUERY,
                DESCRIBE,
                LIST_VERSIONS,
                PUBLISH,
                START,
                IS_IT_RUNNING,
                "sns:ListSubscriptionsByTopic on arn:aws:sns:us-east-1:111122223333:keymend-Messages",
                "secretsmanager:DescribeSecret on " + Deployments.SECRET,
                "kms:DescribeKey on arn:aws:kms:us-east-1:*:key/*")));
  }

  static Stream<String> owners() {
    return Stream.concat(
        whatEachFunctionMayDo().map(it -> (String) it.get()[0]), Stream.of("RepairStateMachine"));
  }

  private static Role role(String owner, Deployment deployment) {
    return Role.of(DeployedTemplate.by(deployment), owner);
  }

  @ParameterizedTest
  @MethodSource("whatEachFunctionMayDo")
  void each_function_may_do_what_its_step_needs_and_nothing_else(
      String function, Set<String> allowed) {
    assertThat(role(function, Deployments.repairing()).allowed()).isEqualTo(allowed);
  }

  @Test
  void the_list_above_is_complete() {
    List<String> functions =
        whatEachFunctionMayDo().map(it -> (String) it.get()[0]).toList();

    assertThat(DeployedTemplate.by(Deployments.repairing()).ofType("AWS::Serverless::Function"))
        .containsOnlyKeys(functions);
  }

  @Test
  void observe_mode_permits_no_change_of_a_store_and_no_look_into_a_secret() {
    assertThat(owners()
            .flatMap(owner -> role(owner, Deployments.observing()).allowedActions().stream()))
        .contains("kms:DescribeCustomKeyStores")
        .doesNotContain(
            "kms:ConnectCustomKeyStore",
            "kms:DisconnectCustomKeyStore",
            "kms:UpdateCustomKeyStore",
            "secretsmanager:GetSecretValue");
  }

  @Test
  void without_a_named_secret_no_secret_is_read_and_no_store_updated() {
    Deployment without =
        Deployments.repairing().with("CorrectionStores", "").with("CorrectionSecretArns", "");

    assertThat(owners().flatMap(owner -> role(owner, without).allowedActions().stream()))
        .contains("kms:ConnectCustomKeyStore", "kms:DisconnectCustomKeyStore")
        .doesNotContain("kms:UpdateCustomKeyStore")
        .noneMatch(action -> action.startsWith("secretsmanager:"));
  }

  @Test
  void the_workflow_invokes_its_nine_functions_and_no_other() {
    assertThat(role("RepairStateMachine", Deployments.repairing()).allowed())
        .filteredOn(it -> !it.startsWith("logs:"))
        .containsExactlyInAnyOrderElementsOf(owners()
            .filter(it -> !it.equals("SweepFunction") && !it.equals("RepairStateMachine"))
            .map(it ->
                "lambda:InvokeFunction on arn:aws:service:us-east-1:111122223333:keymend-" + it)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("owners")
  void only_actions_that_have_no_resource_type_are_allowed_on_everything(String owner) {
    Set<String> withoutResourceType = Set.of(
        "kms:DescribeCustomKeyStores on *",
        "kms:DisconnectCustomKeyStore on *",
        "kms:UpdateCustomKeyStore on *",
        "kms:ConnectCustomKeyStore on *");

    assertThat(role(owner, Deployments.repairing()).allowed()).allSatisfy(pair -> {
      assertThat(pair.substring(0, pair.indexOf(" on "))).doesNotContain("*");
      if (pair.endsWith(" on *") && !pair.startsWith("logs:")) {
        assertThat(withoutResourceType).contains(pair);
      }
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kms:CreateCustomKeyStore",
        "kms:DeleteCustomKeyStore",
        "kms:CreateKey",
        "kms:DisableKey",
        "kms:ScheduleKeyDeletion",
        "kms:DeleteImportedKeyMaterial",
        "kms:PutKeyPolicy",
        "cloudhsm:CreateCluster",
        "cloudhsm:DeleteCluster",
        "cloudhsm:DeleteHsm",
        "cloudhsm:DeleteBackup",
        "ec2:CreateSecurityGroup",
        "ec2:DeleteSecurityGroup",
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:AuthorizeSecurityGroupEgress",
        "ec2:RevokeSecurityGroupIngress",
        "ec2:RevokeSecurityGroupEgress",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DetachNetworkInterface"
      })
  void off_limits_is_denied_in_every_role(String action) {
    List<String> without = new ArrayList<>();
    owners()
        .filter(owner -> !role(owner, Deployments.repairing()).denies(action))
        .forEach(without::add);

    assertThat(without).isEmpty();
  }

  @Test
  void no_role_is_granted_what_it_is_denied() {
    assertThat(owners().map(owner -> role(owner, Deployments.repairing())))
        .allSatisfy(role -> assertThat(role.allowedActions()).noneMatch(role::denies));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws-us-gov", "aws-cn"})
  void every_arn_is_of_the_partition_that_it_is_deployed_to(String partition) {
    Deployment elsewhere =
        Deployments.in(partition, "elsewhere-1").with("CorrectionSecretArns", "");

    assertThat(DeployedTemplate.by(elsewhere).resources().toString())
        .contains("arn:" + partition + ":")
        .doesNotContain("arn:aws:");
  }
}
