package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Secret;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.Ruler;

class TrailEventTest extends KmsTest {
  private static final String PATTERN = """
      {"source": ["aws.kms"], "detail-type": ["AWS API Call via CloudTrail"],
       "detail": {"eventSource": ["kms.amazonaws.com"], "eventName": ["ConnectCustomKeyStore", "DisconnectCustomKeyStore"]}}
      """;

  private final List<JsonNode> events = new ArrayList<>();
  private final String id = kms.addCloudHsmStore("payments");

  @BeforeEach
  void listen() {
    kms.onTrailEvent(events::add);
  }

  @Test
  void anAcceptedConnectMakesOneEventAndItsEndMakesNone() throws Exception {
    // When
    kms.connect(ALICE, id);
    minutes(21);

    // Then
    assertThat(events).hasSize(1);
    JsonNode event = events.get(0);
    assertThat(Ruler.matchesRule(event.toString(), PATTERN)).isTrue();
    assertThat(event.at("/time").asText()).isEqualTo("2026-01-05T03:00:00Z");
    assertThat(event.at("/detail/userIdentity/arn").asText())
        .isEqualTo("arn:aws:iam::111122223333:user/alice");
    assertThat(event.at("/detail/eventTime").asText()).isEqualTo("2026-01-05T03:00:00Z");
    assertThat(event.at("/detail/requestParameters/customKeyStoreId").asText()).isEqualTo(id);
    assertThat(event.at("/detail/additionalEventData/customKeyStoreName").asText())
        .isEqualTo("payments");
    assertThat(event.at("/detail").has("errorCode")).isFalse();
  }

  @Test
  void aRefusedCallCarriesItsError() {
    // When
    answer(() -> kms.disconnect(Caller.role("deployer", "pipeline"), id));

    // Then
    JsonNode detail = events.get(0).get("detail");
    assertThat(detail.get("errorCode").asText()).isEqualTo("CustomKeyStoreInvalidStateException");
    assertThat(detail.get("errorMessage").asText()).contains(id, "DISCONNECTED");
    assertThat(detail.at("/userIdentity/arn").asText())
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/deployer/pipeline");
    assertThat(detail.at("/userIdentity/sessionContext/sessionIssuer/arn").asText())
        .isEqualTo("arn:aws:iam::111122223333:role/deployer");
  }

  @Test
  void noSecretIsInAnyEventOrLog() {
    // When
    kms.update(ALICE, UpdateRequest.password(id, new Secret("topSecret42")));

    // Then
    assertThat(events).singleElement().asString().doesNotContain("topSecret42");
    assertThat(kms.calls().toString()).doesNotContain("topSecret42").contains("KeyStorePassword");
    assertThat(kms.store(id)).asString().doesNotContain("topSecret42");
  }

  @Test
  void readingMakesNoEvent() {
    // When
    kms.describe(ALICE, DescribeRequest.all());

    // Then
    assertThat(events).isEmpty();
  }

  @Test
  void aCallThatNeverArrivedMakesNoEvent() {
    // Given
    kms.callFaults().next("ConnectCustomKeyStore", CallFault.lostBefore());
    kms.callFaults().next("ConnectCustomKeyStore", CallFault.lostAfter());

    // When
    for (int i = 0; i < 2; i++) {
      assertThat(catchThrowable(() -> kms.connect(ALICE, id))).isNotNull();
    }

    // Then
    assertThat(events)
        .singleElement(InstanceOfAssertFactories.type(JsonNode.class))
        .satisfies(event -> assertThat(event.get("detail").has("errorCode")).isFalse());
  }

  @Test
  void everyEventHasAnIdOfItsOwn() {
    // When
    kms.connect(ALICE, id);
    kms.disconnect(ALICE, id);

    // Then
    assertThat(events).extracting(event -> event.get("id").asText()).doesNotHaveDuplicates();
  }
}
