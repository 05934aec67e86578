package io.github.keymend.port;

import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.store.StoreType;
import java.util.List;

/** The secrets that people have named for corrections. */
public interface Secrets {
  /**
   * The versions of a secret, without their values.
   *
   * @throws TransientException where Secrets Manager did not answer
   */
  List<SecretVersion> versions(String secretArn);

  /**
   * The value of one version, in the form that the store type takes.
   *
   * @throws UnusableSecretException where the value does not have the documented form
   * @throws TransientException where Secrets Manager did not answer
   */
  Credential read(String secretArn, String versionId, StoreType type);
}
