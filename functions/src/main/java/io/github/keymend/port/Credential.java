package io.github.keymend.port;

/** A secret value on its way to KMS. It never shows itself. */
public sealed interface Credential {
  /**
   * The password of {@code kmsuser}.
   *
   * @param keyStorePassword 7 to 32 characters (KMS API reference, {@code KeyStorePassword})
   */
  record KmsuserPassword(String keyStorePassword) implements Credential {
    @Override
    public String toString() {
      return "KmsuserPassword[hidden]";
    }
  }

  /**
   * The credential of an external key store proxy (KMS API reference, {@code XksProxyAuthenticationCredential}).
   *
   * @param accessKeyId 20 to 30 characters
   * @param rawSecretAccessKey 43 to 64 characters
   */
  record ProxyCredential(String accessKeyId, String rawSecretAccessKey) implements Credential {
    @Override
    public String toString() {
      return "ProxyCredential[hidden]";
    }
  }
}
