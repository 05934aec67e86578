package io.github.keymend.lab.explore.stage;

import io.github.keymend.lab.explore.history.SecretValue;
import io.github.keymend.lab.kms.KmsUser;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.StoreType;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.service.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passwords and proxy credentials, as the people of a history know and set them. All are recognised by their words. */
public final class Credentials {
  /** A text that holds one of these holds a secret. */
  public static final List<String> SECRET_WORDS =
      List.of("Sesame", "rotatedByKms", "kmsPswd", "labSecret+");

  private final Stage stage;
  private final Map<String, Secret> passwords = new HashMap<>();
  private final Map<String, XksCredential> proxies = new HashMap<>();
  private int count;

  Credentials(Stage stage) {
    this.stage = stage;
  }

  /** Somebody changes what the cluster or proxy takes. */
  void change(String id) {
    if (isHsm(id)) {
      Secret next = new Secret("Sesame" + (100_000 + ++count));
      user(id).changePassword(next);
      passwords.put(id, next);
    } else {
      XksCredential next = credential();
      kms().proxy(id).acceptOnly(next);
      proxies.put(id, next);
    }
  }

  /** What somebody tells KMS. */
  UpdateRequest update(String id, boolean right) {
    if (isHsm(id)) {
      return UpdateRequest.password(id, right ? password(id) : new Secret("SesameWrong" + ++count));
    }
    return UpdateRequest.credential(id, right ? proxy(id) : credential());
  }

  /** Somebody puts a new version into the secret. */
  void put(int store, String id, SecretValue value) {
    String arn = stage.settings().secretOf(id);
    if (arn == null) {
      return;
    }
    stage
        .aws()
        .secrets()
        .put(
            arn,
            switch (value) {
              case MALFORMED -> "Sesame!";
              case WRONG -> isHsm(id) ? "SesameWrong" + ++count : json(credential());
              case RIGHT -> isHsm(id) ? password(id).value() : json(proxy(id));
            });
  }

  /** The password that people know: the one in the cluster, or a new one where KMS has rotated it. */
  private Secret password(String id) {
    Secret known = passwords.get(id);
    if (known == null || !user(id).hasPassword(known) || user(id).isLocked()) {
      change(id);
    }
    return known(passwords.get(id));
  }

  private XksCredential proxy(String id) {
    if (!proxies.containsKey(id)) {
      change(id);
    }
    return known(proxies.get(id));
  }

  private XksCredential credential() {
    String letters = "" + (char) ('A' + ++count % 26) + (char) ('A' + count / 26 % 26);
    return new XksCredential(
        "LABLABLABLABLABLAB" + letters, new Secret(("Sesame" + count + "+").repeat(6) + "Sesame"));
  }

  private static String json(XksCredential credential) {
    return "{\"accessKeyId\":\"" + credential.accessKeyId() + "\",\"rawSecretAccessKey\":\""
        + credential.secret().value() + "\"}";
  }

  private boolean isHsm(String id) {
    return kms().store(id).orElseThrow(IllegalStateException::new).type() == StoreType.AWS_CLOUDHSM;
  }

  private KmsUser user(String id) {
    return kms().kmsUser(id);
  }

  private SimulatedKms kms() {
    return stage.aws().kms();
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("nobody knows it");
    }
    return value;
  }
}
