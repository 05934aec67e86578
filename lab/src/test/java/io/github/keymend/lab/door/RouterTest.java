package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest extends DoorTest {
  @Test
  void theBodyOfAVoidOperationIsAnEmptyObject() {
    // Given
    String id = aws.kms().addXksStore("archive");

    // When
    WireResponse answer =
        json("TrentService.ConnectCustomKeyStore", "{\"CustomKeyStoreId\":\"" + id + "\"}");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("{}");
    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/x-amz-json-1.1")
        .containsKey("x-amzn-RequestId");
  }

  @Test
  void anErrorNamesItsType() {
    // When
    WireResponse answer =
        json("TrentService.ConnectCustomKeyStore", "{\"CustomKeyStoreId\":\"cks-none\"}");

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer))
        .startsWith("{\"__type\":\"CustomKeyStoreNotFoundException\",\"message\":");
  }

  @Test
  void dateOfCreationIsANumberOfSeconds() {
    // Given
    aws.kms().addXksStore("archive");

    // Then
    assertThat(text(json("TrentService.DescribeCustomKeyStores", "{}")))
        .contains("\"CreationDate\":1767582000.000");
  }

  @Test
  void unknownServicesAndOperationsAreRefused() {
    assertThat(text(json("TrentService.ScheduleKeyDeletion", "{}")))
        .contains("UnknownOperationException");
    assertThat(text(json("DynamoDB_20120810.GetItem", "{}"))).contains("UnknownOperationException");
    assertThat(text(form("Action=CreateTopic"))).contains("<Code>InvalidAction</Code>");
  }

  @Test
  void whatIsNotJsonAndWhatBreaksTheShapeIsRefused() {
    assertThat(text(json("TrentService.ConnectCustomKeyStore", "{")))
        .contains("SerializationException");
    assertThat(text(json("TrentService.ConnectCustomKeyStore", "{\"CustomKeyStoreId\":7}")))
        .contains("SerializationException");
    assertThat(text(json("TrentService.ConnectCustomKeyStore", "{}")))
        .contains("ValidationException");
    assertThat(text(json("TrentService.DescribeCustomKeyStores", "{\"Limit\":0}")))
        .contains("ValidationException");
    assertThat(text(json(
            "TrentService.DescribeCustomKeyStores",
            "{\"CustomKeyStoreId\":\"a\",\"CustomKeyStoreName\":\"b\"}")))
        .contains("ValidationException");
  }

  private WireResponse json(String target, String body) {
    return aws.router()
        .route(REPAIRER, new WireRequest(Map.of("x-amz-target", target), body.getBytes(UTF_8)));
  }

  private WireResponse form(String body) {
    return aws.router().route(REPAIRER, new WireRequest(Map.of(), body.getBytes(UTF_8)));
  }

  private static String text(WireResponse response) {
    return new String(response.body(), UTF_8);
  }
}
