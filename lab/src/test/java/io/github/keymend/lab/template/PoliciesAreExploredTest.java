package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.asl.load.AslLoader;
import io.github.keymend.lab.explore.full.DeployedPermissions;
import io.github.keymend.lab.explore.full.FullDepth;
import io.github.keymend.lab.explore.full.Permissions;
import io.github.keymend.lab.explore.rule.Breach;
import io.github.keymend.lab.explore.run.Explorer;
import io.github.keymend.lab.explore.run.Found;
import io.github.keymend.lab.stage.Functions;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories of full depth in which IAM allows what the roles of the template allow, and no more. */
class PoliciesAreExploredTest {
  private static final int HISTORIES = 150;
  private static final DeployedPermissions ALLOWED = new DeployedPermissions();

  /** Histories leave the daily look out, because it touches no store; UsedPermissionsTest sees it at work. */
  private static final Set<String> OF_THE_DAILY_LOOK =
      Set.of("sns:ListSubscriptionsByTopic", "secretsmanager:DescribeSecret", "kms:DescribeKey");

  /** A permission that a role has, and could be missing. */
  record Missing(String function, String action) {}

  static List<Missing> permissions() {
    List<Missing> permissions = new ArrayList<>();
    Functions.names()
        .forEach(function -> ALLOWED.of(function).stream()
            // The lab has no DynamoDB.
            .filter(action -> !action.startsWith("dynamodb:"))
            .filter(action -> !OF_THE_DAILY_LOOK.contains(action))
            .forEach(action -> permissions.add(new Missing(function, action))));
    return permissions;
  }

  private static List<String> explored(Permissions permissions) {
    var workflow = AslLoader.load(LabSettings.deployedWorkflow(), Lab.substitutions());
    return new Explorer(() -> new FullDepth(workflow, UnaryOperator.identity(), permissions), 1)
        .explore(1, HISTORIES, played -> {}).found().stream()
            .map(Found::breach)
            .map(Breach::what)
            .toList();
  }

  @Test
  void theRolesOfTheTemplateAllowAllThatIsCalled() {
    assertThat(explored(ALLOWED)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("permissions")
  void aPermissionThatIsMissingIsFound(Missing missing) {
    // When
    List<String> found = explored((function, action) ->
        !(function.equals(missing.function()) && action.equals(missing.action())));

    // Then
    assertThat(found).containsExactly(missing.function() + " may not " + missing.action());
  }
}
