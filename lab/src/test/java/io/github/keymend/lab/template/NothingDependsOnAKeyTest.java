package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Rule 9: what keymend needs must work while the store that it mends is down. A key that somebody names could be in a custom
 * key store; so nothing of the template is under a named key, and no role needs one.
 */
class NothingDependsOnAKeyTest {
  /** Every property by which a resource of these types is put under a key (CloudFormation resource reference). */
  private static final Set<String> NAMES_A_KEY = Set.of(
      "KmsMasterKeyId",
      "KMSMasterKeyId",
      "KmsKeyId",
      "KmsKeyArn",
      "SSESpecification",
      "EncryptionConfiguration");

  private static final DeployedTemplate TEMPLATE = DeployedTemplate.by(Deployments.repairing());

  @Test
  void nothing_that_keymend_needs_is_encrypted_under_a_named_key() {
    // When
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> resource : TEMPLATE.resources().properties()) {
      NAMES_A_KEY.stream()
          .filter(name -> !resource.getValue().findValues(name).isEmpty())
          .forEach(name -> found.add(resource.getKey() + "." + name));
    }

    // Then
    assertThat(found).isEmpty();
    assertThat(TEMPLATE.properties("DeadLetters").path("SqsManagedSseEnabled").asBoolean())
        .isTrue();
  }

  @Test
  void no_role_uses_a_key() {
    for (String owner : TEMPLATE.ofType("AWS::Serverless::Function").keySet()) {
      assertThat(Role.of(TEMPLATE, owner).allowedActions())
          .as(owner)
          .doesNotContain("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
    }
  }
}
