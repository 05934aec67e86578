package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import java.util.List;

/** A key behind something that keymend needs: it can be used, and is in no custom key store. */
final class KeyCheck {
  private KeyCheck() {}

  /**
   * Judges a key.
   *
   * @param check the check that asks
   * @param what what the key encrypts
   * @param remedy how that gets another key
   */
  static List<Finding> of(
      String check, String what, String keyId, Sight<Key> sight, String remedy) {
    return Look.at(
        check,
        sight,
        key -> List.of(judge(check, what, key, remedy)),
        absent -> Finding.fault(
            check,
            "the key of " + what + ", " + keyId + ", does not exist",
            "without its key keymend cannot use it",
            remedy));
  }

  private static Finding judge(String check, String what, Key key, String remedy) {
    if (key.customKeyStoreId() != null) {
      return Finding.fault(
          check,
          what + " is encrypted under " + key.arn() + " in the custom key store "
              + key.customKeyStoreId(),
          "when that store fails keymend fails with it: what mends a store must not depend on one",
          remedy);
    }
    if (!key.state().equals("Enabled")) {
      return Finding.fault(
          check,
          "the key of " + what + ", " + key.arn() + ", is " + key.state(),
          "without its key keymend cannot use it",
          "aws kms enable-key --key-id " + key.arn() + " (or cancel-key-deletion before it), or "
              + remedy);
    }
    return Finding.fine(
        check, what + " is encrypted under " + key.arn() + ", Enabled, in no custom key store");
  }
}
