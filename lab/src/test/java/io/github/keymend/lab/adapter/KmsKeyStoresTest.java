package io.github.keymend.lab.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.aws.KmsKeyStores;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.lab.kms.XksBacking;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.Secret;
import io.github.keymend.port.KeyStores;
import io.github.keymend.port.TransientException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.CustomKeyStoresListEntry;
import software.amazon.awssdk.services.kms.model.DescribeCustomKeyStoresRequest;
import software.amazon.awssdk.services.kms.model.DescribeCustomKeyStoresResponse;
import software.amazon.awssdk.services.kms.paginators.DescribeCustomKeyStoresIterable;

/** What KMS shows of stores, in the words of the domain. */
class KmsKeyStoresTest {
  private final Simulated simulated = new Simulated();
  private final KeyStores stores = new KmsKeyStores(simulated.patient(KmsClient.builder()));

  @Test
  void a_failed_store_comes_with_its_code() {
    // Given
    String id = simulated.aws.kms().addCloudHsmStore("orders");
    simulated.aws.kms().failNow(id, "INVALID_CREDENTIALS");

    // When
    KeyStore store = stores.byId(id).orElseThrow();

    // Then
    assertThat(store.identity().customKeyStoreName()).isEqualTo("orders");
    assertThat(store.identity().type()).isEqualTo(StoreType.AWS_CLOUDHSM);
    assertThat(store.identity().backing()).startsWith("CloudHSM cluster cluster-");
    assertThat(store.state()).isEqualTo(ConnectionState.FAILED);
    assertThat(store.code()).isEqualTo(new ConnectionErrorCode("INVALID_CREDENTIALS"));
    assertThat(stores.byName("orders")).contains(store);
  }

  @Test
  void a_store_that_kms_does_not_know_is_nothing_and_no_error() {
    assertThat(stores.byId("cks-0000000000000dead")).isEmpty();
    assertThat(stores.byName("nobody")).isEmpty();
    assertThat(stores.all()).isEmpty();
  }

  @Test
  void the_owner_of_a_vpc_endpoint_service_is_shown_where_it_is_another_account() {
    // Given
    String service = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
    String id = simulated
        .aws
        .kms()
        .addStore(
            "orders",
            new XksBacking(
                XksBacking.Connectivity.VPC_ENDPOINT_SERVICE,
                "https://xks.example.com",
                "/kms/xks/v1",
                new XksCredential("LABLABLABLABLABLABLAB", new Secret("labSecret+".repeat(5))),
                service,
                "444455556666"));

    // When
    Identity identity = stores.byId(id).orElseThrow().identity();

    // Then
    assertThat(identity)
        .isEqualTo(new Identity(
            id,
            "orders",
            StoreType.EXTERNAL_KEY_STORE,
            "external key store proxy https://xks.example.com/kms/xks/v1 (VPC endpoint service "
                + service + " of account 444455556666)"));
  }

  @Test
  void a_reading_call_that_fails_is_made_again() {
    // Given
    String id = simulated.aws.kms().addXksStore("orders");
    simulated.aws.kms().callFaults().next("DescribeCustomKeyStores", CallFault.lostBefore());

    // When, Then
    assertThat(stores.byId(id)).isPresent();
  }

  @Test
  void a_kms_that_does_not_answer_is_left_to_the_workflow_to_try_again() {
    // Given
    simulated.aws.kms().callFaults().next("DescribeCustomKeyStores", 10, CallFault.lostBefore());

    // When, Then
    assertThatThrownBy(stores::all)
        .isInstanceOf(TransientException.class)
        .hasMessageStartingWith("KMS did not describe the custom key stores: ");
  }

  @Test
  void all_pages_are_read() {
    // Given
    List<String> markers = new ArrayList<>();
    KmsClient paged = client(request -> {
      markers.add(String.valueOf(request.marker()));
      boolean first = request.marker() == null;
      return DescribeCustomKeyStoresResponse.builder()
          .customKeyStores(entry(first ? "cks-1" : "cks-2", "AWS_CLOUDHSM", "CONNECTED"))
          .truncated(first)
          .nextMarker(first ? "more" : null)
          .build();
    });

    // When
    List<KeyStore> all = new KmsKeyStores(() -> paged).all();

    // Then
    assertThat(all)
        .extracting(store -> store.identity().customKeyStoreId())
        .containsExactly("cks-1", "cks-2");
    assertThat(markers).containsExactly("null", "more");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_CLOUDHSM, HIBERNATING, state HIBERNATING",
    "AWS_CLOUDHSM, , state null",
    "QUANTUM_KEY_STORE, FAILED, type QUANTUM_KEY_STORE"
  })
  void what_this_version_does_not_know_is_never_taken_for_something_to_act_on(
      String type, String state, String named) {
    // Given
    KmsClient future = client(request -> DescribeCustomKeyStoresResponse.builder()
        .customKeyStores(entry("cks-1", type, state))
        .truncated(false)
        .build());

    // When, Then
    assertThatThrownBy(() -> new KmsKeyStores(() -> future).byId("cks-1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "KMS shows cks-1 with the " + named
                + ", which this version of keymend does not know; it does not act on what it does not know");
  }

  private static CustomKeyStoresListEntry entry(String id, String type, String state) {
    return CustomKeyStoresListEntry.builder()
        .customKeyStoreId(id)
        .customKeyStoreName("name of " + id)
        .customKeyStoreType(type)
        .connectionState(state)
        .build();
  }

  private interface Answer {
    DescribeCustomKeyStoresResponse to(DescribeCustomKeyStoresRequest request);
  }

  private static KmsClient client(Answer answer) {
    return (KmsClient) Proxy.newProxyInstance(
        KmsClient.class.getClassLoader(),
        new Class<?>[] {KmsClient.class},
        (proxy, method, arguments) -> {
          if (method.getName().endsWith("Paginator")) {
            DescribeCustomKeyStoresRequest request =
                arguments[0] instanceof DescribeCustomKeyStoresRequest plain
                    ? plain
                    : DescribeCustomKeyStoresRequest.builder().build();
            return new DescribeCustomKeyStoresIterable((KmsClient) proxy, request);
          }
          return answer.to((DescribeCustomKeyStoresRequest) arguments[0]);
        });
  }
}
