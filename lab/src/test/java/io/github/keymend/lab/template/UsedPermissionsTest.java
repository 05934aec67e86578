package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.explore.full.FullDepth;
import io.github.keymend.lab.explore.run.Explorer;
import io.github.keymend.lab.http.ServedLab;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.scenario.Rehearsal;
import io.github.keymend.lab.scenario.Scenarios;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The template grants what is used, and nothing else: every call that the roles make in all scenarios and in a piece of
 * exploration, against the policies.
 */
class UsedPermissionsTest {
  private static final int HISTORIES = 40;

  /** Granted, and never used by what runs in the lab; why it is granted all the same. */
  private static final Map<String, String> UNUSED_WITH_A_REASON =
      Map.of("logs:", "Step Functions itself delivers the log; the lab's workflow writes none");

  private static final UsedPermissions USED = new UsedPermissions();
  private static final DeployedTemplate TEMPLATE = DeployedTemplate.by(Deployments.repairing());

  @BeforeAll
  static void play() {
    Scenarios.all().forEach(each -> USED.add(Rehearsal.of(each, LabSettings.deployedWorkflow())));
    USED.addCalls(sweptWithASecretUnderItsOwnKey());
    new Explorer(() -> USED.heard(new FullDepth()), 2).explore(1, HISTORIES, played -> {});
  }

  private static Lab sweptWithASecretUnderItsOwnKey() {
    Lab lab = ServedLab.of(LabSettings.repairing(), List.of(StoreWish.parse("payments:hsm")));
    lab.aws().account().ailments().set(Ailment.SECRET_KEY_OWN);
    lab.sweep();
    return lab;
  }

  static Set<String> owners() {
    Set<String> owners =
        new TreeSet<>(TEMPLATE.ofType("AWS::Serverless::Function").keySet());
    owners.addAll(TEMPLATE.ofType("AWS::Serverless::StateMachine").keySet());
    return owners;
  }

  @Test
  void every_role_was_seen_at_work_and_no_other() {
    assertThat(USED.byOwner()).containsOnlyKeys(owners());
  }

  @ParameterizedTest
  @MethodSource("owners")
  void nothing_is_used_that_is_not_granted(String owner) {
    Set<String> granted = Role.of(TEMPLATE, owner).allowed();

    assertThat(used(owner))
        .allSatisfy(use -> assertThat(granted).anyMatch(grant -> covers(grant, use)));
  }

  @ParameterizedTest
  @MethodSource("owners")
  void nothing_is_granted_that_is_never_used(String owner) {
    List<String> unused = Role.of(TEMPLATE, owner).allowed().stream()
        .filter(grant -> used(owner).stream().noneMatch(use -> covers(grant, use)))
        .filter(grant -> UNUSED_WITH_A_REASON.keySet().stream().noneMatch(grant::startsWith))
        .toList();

    assertThat(unused).isEmpty();
  }

  @Test
  void an_exception_is_one() {
    Set<String> granted = owners().stream()
        .flatMap(owner -> Role.of(TEMPLATE, owner).allowed().stream())
        .collect(Collectors.toSet());

    assertThat(UNUSED_WITH_A_REASON.keySet())
        .allSatisfy(prefix -> assertThat(granted).anyMatch(grant -> grant.startsWith(prefix)));
  }

  private static Set<String> used(String owner) {
    return USED.byOwner().getOrDefault(owner, Set.of());
  }

  private static boolean covers(String grant, String use) {
    String pattern = Pattern.quote(grant).replace("*", "\\E.*\\Q");
    return Pattern.matches(pattern, use);
  }
}
