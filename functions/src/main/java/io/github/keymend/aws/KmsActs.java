package io.github.keymend.aws;

import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.Credential;
import io.github.keymend.port.Credential.KmsuserPassword;
import io.github.keymend.port.Credential.ProxyCredential;
import io.github.keymend.port.KeyStoreActs;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.UpdateCustomKeyStoreRequest;

/**
 * Changes custom key stores in KMS. KMS takes no token that would make a repeated call harmless, so each method makes
 * one request: the client must have its retries off.
 */
public final class KmsActs implements KeyStoreActs {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private final Supplier<KmsClient> kms;

  /** With a client that never retries. */
  public KmsActs(Supplier<KmsClient> kms) {
    this.kms = kms;
  }

  @Override
  public CallResult disconnect(String customKeyStoreId) {
    return once(() ->
        kms.get().disconnectCustomKeyStore(request -> request.customKeyStoreId(customKeyStoreId)));
  }

  @Override
  public CallResult connect(String customKeyStoreId) {
    return once(() ->
        kms.get().connectCustomKeyStore(request -> request.customKeyStoreId(customKeyStoreId)));
  }

  @Override
  public CallResult update(String customKeyStoreId, Credential credential) {
    UpdateCustomKeyStoreRequest.Builder request =
        UpdateCustomKeyStoreRequest.builder().customKeyStoreId(customKeyStoreId);
    if (credential instanceof KmsuserPassword password) {
      request.keyStorePassword(password.keyStorePassword());
    } else if (credential instanceof ProxyCredential proxy) {
      request.xksProxyAuthenticationCredential(value ->
          value.accessKeyId(proxy.accessKeyId()).rawSecretAccessKey(proxy.rawSecretAccessKey()));
    }
    return once(() -> kms.get().updateCustomKeyStore(request.build()));
  }

  private static CallResult once(Runnable call) {
    try {
      call.run();
      return CallResult.ACCEPTED;
    } catch (AwsServiceException e) {
      String error = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
      if (error == null) {
        // Not in the words of KMS: something on the way may have answered instead.
        return new CallResult(Outcome.UNKNOWN, e.getClass().getSimpleName());
      }
      boolean clientError = e.statusCode() >= CLIENT_ERROR && e.statusCode() < SERVER_ERROR;
      boolean refused = clientError || e.isThrottlingException();
      return new CallResult(refused ? Outcome.REFUSED : Outcome.UNKNOWN, error);
    } catch (SdkException e) {
      // A time-out or a broken connection: KMS may have taken the call.
      return new CallResult(Outcome.UNKNOWN, e.getClass().getSimpleName());
    }
  }
}
