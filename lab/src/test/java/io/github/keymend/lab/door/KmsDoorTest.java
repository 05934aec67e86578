package io.github.keymend.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.kms.KeyState;
import io.github.keymend.lab.kms.KmsErrors;
import io.github.keymend.lab.kms.KmsUser;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.kms.Switches;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.ConnectionErrorCodeType;
import software.amazon.awssdk.services.kms.model.ConnectionStateType;
import software.amazon.awssdk.services.kms.model.CustomKeyStoreInvalidStateException;
import software.amazon.awssdk.services.kms.model.CustomKeyStoreNotFoundException;
import software.amazon.awssdk.services.kms.model.CustomKeyStoresListEntry;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.InvalidMarkerException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInternalException;
import software.amazon.awssdk.services.kms.model.ReEncryptResponse;
import software.amazon.awssdk.services.kms.model.XksProxyIncorrectAuthenticationCredentialException;

class KmsDoorTest extends DoorTest {
  private final KmsClient client = client(KmsClient.builder());

  @Test
  void aFailedStoreIsMendedThroughTheSdk() {
    // Given
    String id = aws.kms().addXksStore("archive");
    aws.kms().faults(id).failConnects("XKS_PROXY_TIMED_OUT", 1);

    // When
    client.connectCustomKeyStore(request -> request.customKeyStoreId(id));
    minutes(5);

    // Then
    CustomKeyStoresListEntry failed = describe(id);
    assertThat(failed.connectionState()).isEqualTo(ConnectionStateType.FAILED);
    assertThat(failed.connectionErrorCode()).isEqualTo(ConnectionErrorCodeType.XKS_PROXY_TIMED_OUT);
    client.disconnectCustomKeyStore(request -> request.customKeyStoreId(id));
    assertThat(describe(id).connectionState()).isEqualTo(ConnectionStateType.DISCONNECTING);
    assertThat(describe(id).connectionErrorCodeAsString()).isNull();
    minutes(5);
    client.connectCustomKeyStore(request -> request.customKeyStoreId(id));
    minutes(5);
    assertThat(describe(id).connectionState()).isEqualTo(ConnectionStateType.CONNECTED);
  }

  @Test
  void anAnswerWithoutABodyIsAnAnswer() {
    // Given
    String id = aws.kms().addXksStore("archive");
    aws.kms().use(Switches.DEFAULT.withEmptyAnswers(true));

    // When
    client.connectCustomKeyStore(request -> request.customKeyStoreId(id));

    // Then
    assertThat(describe(id).connectionState()).isEqualTo(ConnectionStateType.CONNECTING);
  }

  @Test
  void whatIsReEncryptedIsUnderTheOtherKey() {
    // Given
    String id = aws.kms().addCloudHsmStore("payments");
    aws.kms().connectNow(id);
    String first = aws.kms().addKey(id, KeyState.ENABLED);
    String second = aws.kms().addKey(id, KeyState.ENABLED);
    SdkBytes secret = SdkBytes.fromUtf8String("secret");
    SdkBytes blob = client
        .encrypt(
            request -> request.keyId(first).plaintext(secret).encryptionContext(Map.of("a", "b")))
        .ciphertextBlob();

    // When
    ReEncryptResponse again = client.reEncrypt(request -> request
        .ciphertextBlob(blob)
        .sourceEncryptionContext(Map.of("a", "b"))
        .destinationKeyId(second));

    // Then
    assertThat(again.sourceKeyId()).isEqualTo(first);
    assertThat(again.keyId()).isEqualTo(second);
    DecryptResponse opened =
        client.decrypt(request -> request.ciphertextBlob(again.ciphertextBlob()));
    assertThat(opened.keyId()).isEqualTo(second);
    assertThat(opened.plaintext()).isEqualTo(secret);
    assertThatThrownBy(() -> client.reEncrypt(
            request -> request.ciphertextBlob(blob).sourceKeyId(second).destinationKeyId(second)))
        .isInstanceOf(IncorrectKeyException.class);
    assertThatThrownBy(() ->
            client.reEncrypt(request -> request.ciphertextBlob(blob).destinationKeyId(second)))
        .isInstanceOf(InvalidCiphertextException.class);
  }

  @Test
  void everyMemberOfAnEntryArrives() {
    // Given
    String hsm = aws.kms().addCloudHsmStore("payments");
    String xks = aws.kms().addXksStore("archive");

    // When
    List<CustomKeyStoresListEntry> stores = client.describeCustomKeyStores().customKeyStores();

    // Then
    assertThat(stores)
        .extracting(CustomKeyStoresListEntry::customKeyStoreId)
        .containsExactly(hsm, xks);
    assertThat(stores.get(0).customKeyStoreName()).isEqualTo("payments");
    assertThat(stores.get(0).creationDate()).isEqualTo("2026-01-05T03:00:00Z");
    assertThat(stores.get(0).customKeyStoreTypeAsString()).isEqualTo("AWS_CLOUDHSM");
    assertThat(stores.get(0).cloudHsmClusterId()).startsWith("cluster-");
    assertThat(stores.get(1).xksProxyConfiguration().uriPath()).isEqualTo("/kms/xks/v1");
    assertThat(stores.get(1).cloudHsmClusterId()).isNull();
  }

  @Test
  void aCodeOfTheFutureArrivesAsText() {
    // Given
    String id = aws.kms().addXksStore("archive");
    aws.kms().failNow(id, "XKS_PROXY_ON_FIRE");

    // Then
    assertThat(describe(id).connectionErrorCode())
        .isEqualTo(ConnectionErrorCodeType.UNKNOWN_TO_SDK_VERSION);
    assertThat(describe(id).connectionErrorCodeAsString()).isEqualTo("XKS_PROXY_ON_FIRE");
  }

  @Test
  void pagesAreFollowedToTheEnd() {
    // Given
    for (int i = 0; i < 7; i++) {
      aws.kms().addXksStore("store-" + i);
    }

    // When
    var pages = client.describeCustomKeyStoresPaginator(request -> request.limit(3));

    // Then
    assertThat(pages.stream().map(page -> page.customKeyStores().size())).containsExactly(3, 3, 1);
    assertThat(pages.customKeyStores())
        .extracting(CustomKeyStoresListEntry::customKeyStoreId)
        .containsExactlyElementsOf(
            aws.kms().stores().stream().map(StoreView::id).toList());
    assertThatThrownBy(() -> client.describeCustomKeyStores(request -> request.marker("nonsense")))
        .isInstanceOf(InvalidMarkerException.class);
  }

  @Test
  void aStoreIsFoundByItsName() {
    // Given
    String id = aws.kms().addXksStore("archive");

    // When
    var found = client.describeCustomKeyStores(request -> request.customKeyStoreName("archive"));

    // Then
    assertThat(found.customKeyStores())
        .extracting(CustomKeyStoresListEntry::customKeyStoreId)
        .containsExactly(id);
    assertThatThrownBy(
            () -> client.describeCustomKeyStores(request -> request.customKeyStoreName("other")))
        .isInstanceOf(CustomKeyStoreNotFoundException.class);
  }

  @Test
  void modelledErrorsArriveAsTheirExceptions() {
    // Given
    String id = aws.kms().addXksStore("archive");

    // Then
    assertThatThrownBy(
            () -> client.disconnectCustomKeyStore(request -> request.customKeyStoreId(id)))
        .isInstanceOfSatisfying(
            CustomKeyStoreInvalidStateException.class,
            e -> assertThat(e.statusCode()).isEqualTo(400));
    assertThatThrownBy(() -> client.updateCustomKeyStore(request -> request
            .customKeyStoreId(id)
            .xksProxyAuthenticationCredential(credential ->
                credential.accessKeyId("WRONGWRONGWRONGWRONG").rawSecretAccessKey("w".repeat(43)))))
        .isInstanceOf(XksProxyIncorrectAuthenticationCredentialException.class);
  }

  @Test
  void anInternalErrorIsA500() {
    // Given
    String id = aws.kms().addXksStore("archive");
    aws.kms().callFaults().next("ConnectCustomKeyStore", CallFault.after(KmsErrors.internal()));

    // Then
    assertThatThrownBy(() -> client.connectCustomKeyStore(request -> request.customKeyStoreId(id)))
        .isInstanceOfSatisfying(
            KmsInternalException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
  }

  @Test
  void throttlingAndDenialArriveByTheirNames() {
    // Given
    aws.kms().callFaults().next("DescribeCustomKeyStores", CallFault.throttled());
    aws.kms()
        .callFaults()
        .next("DescribeCustomKeyStores", CallFault.denied("kms:DescribeCustomKeyStores"));

    // Then
    assertThatThrownBy(client::describeCustomKeyStores)
        .isInstanceOfSatisfying(KmsException.class, e -> {
          assertThat(e.isThrottlingException()).isTrue();
          assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ThrottlingException");
        });
    assertThatThrownBy(client::describeCustomKeyStores)
        .isInstanceOfSatisfying(
            KmsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  @Test
  void aLostConnectionIsAClientException() {
    // Given
    String id = aws.kms().addXksStore("archive");
    aws.kms().callFaults().next("ConnectCustomKeyStore", CallFault.lostAfter());

    // Then
    assertThatThrownBy(() -> client.connectCustomKeyStore(request -> request.customKeyStoreId(id)))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("the connection broke");
    assertThat(describe(id).connectionState()).isEqualTo(ConnectionStateType.CONNECTING);
  }

  @Test
  void aStoreIsCreatedUpdatedAndDeletedThroughTheSdk() {
    // Given
    aws.kms().backends().addCluster("cluster-2345672abcd", new KmsUser(new Secret("kmsPswd1")));

    // When
    String id = client
        .createCustomKeyStore(request -> request
            .customKeyStoreName("payments")
            .cloudHsmClusterId("cluster-2345672abcd")
            .trustAnchorCertificate("PEM")
            .keyStorePassword("kmsPswd1"))
        .customKeyStoreId();
    client.updateCustomKeyStore(
        request -> request.customKeyStoreId(id).keyStorePassword("changed22"));

    // Then
    assertThat(aws.kms().heldPassword(id).value()).isEqualTo("changed22");
    client.deleteCustomKeyStore(request -> request.customKeyStoreId(id));
    assertThat(client.describeCustomKeyStores().customKeyStores()).isEmpty();
  }

  @Test
  void aMalformedPasswordIsRefusedWithoutRepeatingIt() {
    // Given
    String id = aws.kms().addCloudHsmStore("payments");

    // Then
    assertThatThrownBy(() -> client.updateCustomKeyStore(
            request -> request.customKeyStoreId(id).keyStorePassword("hush!")))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("KeyStorePassword")
        .hasMessageNotContaining("hush");
  }

  @Test
  void theCallerOfTheDoorIsTheCallerInTheLog() {
    // When
    client.describeCustomKeyStores();

    // Then
    assertThat(aws.kms().calls())
        .singleElement()
        .satisfies(line -> assertThat(line.call().caller()).isEqualTo(REPAIRER));
  }

  private CustomKeyStoresListEntry describe(String id) {
    return client
        .describeCustomKeyStores(request -> request.customKeyStoreId(id))
        .customKeyStores()
        .get(0);
  }
}
