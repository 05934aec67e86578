package io.github.keymend.domain.table;

import static io.github.keymend.domain.store.StoreType.AWS_CLOUDHSM;
import static io.github.keymend.domain.store.StoreType.EXTERNAL_KEY_STORE;
import static io.github.keymend.domain.table.Remedy.ASK_A_PERSON;
import static io.github.keymend.domain.table.Remedy.CORRECT;
import static io.github.keymend.domain.table.Remedy.RETRY;
import static io.github.keymend.domain.table.Remedy.WAIT_FOR_THE_CAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.ConnectCustomKeyStoreRequest;
import software.amazon.awssdk.services.kms.model.ConnectionErrorCodeType;
import software.amazon.awssdk.services.kms.model.UpdateCustomKeyStoreRequest;

/** The decision table against a list written down by hand from the KMS documentation and the protocol. */
class DecisionTableTest {
  private static final Map<String, Remedy> HSM = Map.of(
      "INVALID_CREDENTIALS", CORRECT,
      "CLUSTER_NOT_FOUND", ASK_A_PERSON,
      "NETWORK_ERRORS", RETRY,
      "INTERNAL_ERROR", RETRY,
      "INSUFFICIENT_CLOUDHSM_HSMS", WAIT_FOR_THE_CAUSE,
      "USER_LOCKED_OUT", ASK_A_PERSON,
      "USER_NOT_FOUND", ASK_A_PERSON,
      "USER_LOGGED_IN", ASK_A_PERSON,
      "SUBNET_NOT_FOUND", ASK_A_PERSON,
      "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET", WAIT_FOR_THE_CAUSE);

  private static final Map<String, Remedy> XKS = Map.ofEntries(
      Map.entry("INTERNAL_ERROR", RETRY),
      Map.entry("NETWORK_ERRORS", RETRY),
      Map.entry("INVALID_CREDENTIALS", CORRECT),
      Map.entry("XKS_PROXY_ACCESS_DENIED", WAIT_FOR_THE_CAUSE),
      Map.entry("XKS_PROXY_NOT_REACHABLE", RETRY),
      Map.entry("XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND", WAIT_FOR_THE_CAUSE),
      Map.entry("XKS_PROXY_INVALID_RESPONSE", RETRY),
      Map.entry("XKS_PROXY_INVALID_CONFIGURATION", ASK_A_PERSON),
      Map.entry("XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION", WAIT_FOR_THE_CAUSE),
      Map.entry("XKS_PROXY_TIMED_OUT", RETRY),
      Map.entry("XKS_PROXY_INVALID_TLS_CONFIGURATION", WAIT_FOR_THE_CAUSE));

  private static final Map<StoreType, Map<String, Remedy>> LEGAL =
      Map.of(AWS_CLOUDHSM, HSM, EXTERNAL_KEY_STORE, XKS);

  private static Stream<Arguments> legalPairs() {
    return LEGAL.entrySet().stream()
        .flatMap(type -> type.getValue().entrySet().stream()
            .map(row -> Arguments.of(type.getKey(), row.getKey(), row.getValue())));
  }

  @ParameterizedTest
  @MethodSource("legalPairs")
  void eachLegalPairHasItsRemedy(StoreType type, String code, Remedy remedy) {
    Row row = row(type, code);
    assertThat(row.remedy()).isEqualTo(remedy);
    assertThat(row.meaning()).isNotEqualTo("keymend does not know this cause.").isNotBlank();
    assertThat(row.instructions()).isNotBlank();
    assertThat(row.evidence()).isNotBlank();
  }

  @Test
  void thereAreTwentyOneLegalPairsAndNoOthers() {
    List<String> pairs = DecisionTable.rows().stream()
        .filter(row -> row.cause().kind() == Cause.Kind.CODE)
        .flatMap(
            row -> row.types().stream().map(type -> type + " " + row.cause().name()))
        .toList();
    assertThat(pairs).hasSize(21).doesNotHaveDuplicates();
    assertThat(legalPairs()).hasSize(21);
  }

  @ParameterizedTest
  @MethodSource("legalPairs")
  void aCodeOfTheOtherStoreTypeGoesToAPerson(StoreType type, String code, Remedy remedy) {
    StoreType other = type == AWS_CLOUDHSM ? EXTERNAL_KEY_STORE : AWS_CLOUDHSM;
    boolean legalThere = code.equals("INTERNAL_ERROR")
        || code.equals("NETWORK_ERRORS")
        || code.equals("INVALID_CREDENTIALS");
    assertThat(row(other, code).remedy()).isEqualTo(legalThere ? remedy : ASK_A_PERSON);
  }

  @ParameterizedTest
  @EnumSource(StoreType.class)
  void anUnknownCodeAndNoCodeGoToAPerson(StoreType type) {
    assertThat(row(type, "A_CODE_OF_NEXT_YEAR").remedy()).isEqualTo(ASK_A_PERSON);
    assertThat(DecisionTable.row(type, Cause.code(ConnectionErrorCode.NONE)).remedy())
        .isEqualTo(ASK_A_PERSON);
    assertThat(row(type, "A_CODE_OF_NEXT_YEAR").attempts()).isZero();
  }

  @Test
  void aValueThatTheSdkGainsHasARow() {
    // When the SDK is updated and this fails: add a row, and add it to the lists above
    Set<String> known = new TreeSet<>(HSM.keySet());
    known.addAll(XKS.keySet());
    assertThat(ConnectionErrorCodeType.knownValues())
        .extracting(ConnectionErrorCodeType::toString)
        .containsExactlyInAnyOrderElementsOf(known)
        .allMatch(code -> Arrays.stream(StoreType.values())
            .anyMatch(type -> DecisionTable.rows().contains(row(type, code))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CloudHsmClusterNotActiveException", "CloudHsmClusterInvalidConfigurationException"
      })
  void theTwoSynchronousConnectExceptionsWaitForTheCause(String exception) {
    Cause cause = new Cause(Cause.Kind.CONNECT_REFUSED, exception);
    assertThat(DecisionTable.row(AWS_CLOUDHSM, cause).remedy()).isEqualTo(WAIT_FOR_THE_CAUSE);
    assertThat(DecisionTable.row(AWS_CLOUDHSM, cause).instructions()).contains("DISCONNECTED");
    assertThat(DecisionTable.row(EXTERNAL_KEY_STORE, cause).remedy()).isEqualTo(ASK_A_PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "EXTERNAL_KEY_STORE, XksProxyIncorrectAuthenticationCredentialException, CORRECT",
    "EXTERNAL_KEY_STORE, XksProxyUriUnreachableException, RETRY",
    "EXTERNAL_KEY_STORE, XksProxyInvalidResponseException, RETRY",
    "EXTERNAL_KEY_STORE, XksProxyInvalidConfigurationException, ASK_A_PERSON",
    "EXTERNAL_KEY_STORE, XksProxyVpcEndpointServiceNotFoundException, ASK_A_PERSON",
    "EXTERNAL_KEY_STORE, XksProxyVpcEndpointServiceInvalidConfigurationException, ASK_A_PERSON",
    "EXTERNAL_KEY_STORE, XksProxyVpcEndpointServiceInUseException, ASK_A_PERSON",
    "EXTERNAL_KEY_STORE, XksProxyUriInUseException, ASK_A_PERSON",
    "EXTERNAL_KEY_STORE, XksProxyUriEndpointInUseException, ASK_A_PERSON",
    "AWS_CLOUDHSM, CloudHsmClusterNotFoundException, ASK_A_PERSON",
    "AWS_CLOUDHSM, CloudHsmClusterNotRelatedException, ASK_A_PERSON",
    "AWS_CLOUDHSM, CloudHsmClusterNotActiveException, ASK_A_PERSON",
    "AWS_CLOUDHSM, CloudHsmClusterInvalidConfigurationException, ASK_A_PERSON",
    "AWS_CLOUDHSM, CustomKeyStoreInvalidStateException, RETRY",
    "EXTERNAL_KEY_STORE, CustomKeyStoreInvalidStateException, RETRY",
    "AWS_CLOUDHSM, ThrottlingException, RETRY",
    "EXTERNAL_KEY_STORE, ThrottlingException, RETRY",
    "AWS_CLOUDHSM, CustomKeyStoreNameInUseException, ASK_A_PERSON",
    "EXTERNAL_KEY_STORE, CustomKeyStoreNameInUseException, ASK_A_PERSON",
    "AWS_CLOUDHSM, UnusableSecretException, CORRECT",
    "EXTERNAL_KEY_STORE, UnusableSecretException, CORRECT",
    "AWS_CLOUDHSM, AnExceptionOfNextYear, ASK_A_PERSON",
    "AWS_CLOUDHSM, XksProxyUriUnreachableException, ASK_A_PERSON",
  })
  void eachExceptionOfUpdateHasItsRemedy(StoreType type, String exception, Remedy remedy) {
    Cause cause = new Cause(Cause.Kind.UPDATE_REFUSED, exception);
    assertThat(DecisionTable.row(type, cause).remedy()).isEqualTo(remedy);
  }

  @Test
  void eachExceptionThatTheSdkDeclaresForUpdateHasARow() throws ReflectiveOperationException {
    // Not found is looked for again; a server error's outcome is unknown and no refusal
    Set<String> noRefusal = Set.of("CustomKeyStoreNotFoundException", "KmsInternalException");
    Set<String> rows = DecisionTable.rows().stream()
        .filter(row -> row.cause().kind() == Cause.Kind.UPDATE_REFUSED)
        .map(row -> row.cause().name())
        .collect(Collectors.toSet());
    assertThat(declared("updateCustomKeyStore", UpdateCustomKeyStoreRequest.class))
        .hasSizeGreaterThan(10)
        .filteredOn(name -> !noRefusal.contains(name))
        .allMatch(rows::contains);
  }

  @Test
  void eachExceptionThatTheSdkDeclaresForConnectHasARow() throws ReflectiveOperationException {
    Set<String> noRefusal = Set.of("CustomKeyStoreNotFoundException", "KmsInternalException");
    Set<String> rows = DecisionTable.rows().stream()
        .filter(row -> row.cause().kind() == Cause.Kind.CONNECT_REFUSED)
        .map(row -> row.cause().name())
        .collect(Collectors.toSet());
    assertThat(declared("connectCustomKeyStore", ConnectCustomKeyStoreRequest.class))
        .hasSizeGreaterThan(3)
        .filteredOn(name -> !noRefusal.contains(name))
        .allMatch(rows::contains);
  }

  @Test
  void onlyRetryAndCorrectHaveAttempts() {
    assertThat(DecisionTable.rows())
        .allSatisfy(row -> assertThat(row.attempts() > 0)
            .as(row.cause().name())
            .isEqualTo(row.remedy() == RETRY || row.remedy() == CORRECT));
  }

  @Test
  void aProxyThatIsNotReachableHasAFirstAttemptOnly() {
    assertThat(row(EXTERNAL_KEY_STORE, "XKS_PROXY_NOT_REACHABLE").attempts()).isEqualTo(1);
  }

  @Test
  void thePauseDoublesUpToTenMinutes() {
    Row row = row(AWS_CLOUDHSM, "NETWORK_ERRORS");
    assertThat(Stream.of(1, 2, 3, 60).map(row::pauseBefore))
        .containsExactly(
            Duration.ofMinutes(3),
            Duration.ofMinutes(6),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10));
  }

  private static Row row(StoreType type, String code) {
    return DecisionTable.row(type, new Cause(Cause.Kind.CODE, code));
  }

  private static List<String> declared(String operation, Class<?> request)
      throws ReflectiveOperationException {
    return Arrays.stream(KmsClient.class.getMethod(operation, request).getExceptionTypes())
        .map(Class::getSimpleName)
        .filter(name ->
            !Set.of("AwsServiceException", "SdkClientException", "KmsException").contains(name))
        .toList();
  }
}
