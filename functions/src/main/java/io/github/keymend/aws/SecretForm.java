package io.github.keymend.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.keymend.port.Credential.KmsuserPassword;
import io.github.keymend.port.Credential.ProxyCredential;
import io.github.keymend.port.UnusableSecretException;
import java.util.regex.Pattern;

/** The documented forms of a secret's value. What does not fit is named without being shown. */
public final class SecretForm {
  /** KMS developer guide, "Create a CloudHSM key store": 7 to 32 alphanumeric characters. */
  private static final Pattern PASSWORD = Pattern.compile("[a-zA-Z0-9]{7,32}");

  /** KMS API reference, {@code XksProxyAuthenticationCredentialType}. */
  private static final Pattern ACCESS_KEY_ID = Pattern.compile("[A-Z2-7]{20,30}");

  private static final Pattern SECRET_ACCESS_KEY = Pattern.compile("[a-zA-Z0-9/+=]{43,64}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SecretForm() {}

  /** A kmsuser password: the bare text, or JSON with the member {@code password}. */
  public static KmsuserPassword kmsuserPassword(String value, String secretArn) {
    String password =
        value.stripLeading().startsWith("{") ? member(value, "password", secretArn) : value;
    if (!PASSWORD.matcher(password).matches()) {
      throw new UnusableSecretException("the secret " + secretArn
          + " does not hold a kmsuser password: 7 to 32 letters and digits");
    }
    return new KmsuserPassword(password);
  }

  /** A proxy credential: JSON with the members {@code accessKeyId} and {@code rawSecretAccessKey}. */
  public static ProxyCredential proxyCredential(String value, String secretArn) {
    String accessKeyId = member(value, "accessKeyId", secretArn);
    String rawSecretAccessKey = member(value, "rawSecretAccessKey", secretArn);
    if (!ACCESS_KEY_ID.matcher(accessKeyId).matches()
        || !SECRET_ACCESS_KEY.matcher(rawSecretAccessKey).matches()) {
      throw new UnusableSecretException("the secret " + secretArn
          + " does not hold a proxy credential: accessKeyId of 20 to 30 characters A-Z and 2-7, rawSecretAccessKey of"
          + " 43 to 64 characters a-z, A-Z, 0-9, /, + and =");
    }
    return new ProxyCredential(accessKeyId, rawSecretAccessKey);
  }

  private static String member(String value, String name, String secretArn) {
    try {
      JsonNode member = JSON.readTree(value).get(name);
      if (member != null && member.isTextual()) {
        return member.textValue();
      }
    } catch (JsonProcessingException e) {
      // The exception would show a piece of the value.
      throw new UnusableSecretException("the secret " + secretArn + " does not hold JSON");
    }
    throw new UnusableSecretException(
        "the secret " + secretArn + " does not hold a JSON text member \"" + name + "\"");
  }
}
