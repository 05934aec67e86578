package io.github.keymend.lab.explore.rule;

import io.github.keymend.lab.service.CallRecord;
import java.util.Set;

/** Rule 11: nothing but reading, connecting, disconnecting, and updates of a credential. */
public final class OffLimits extends Rule {
  private static final Set<String> OPERATIONS = Set.of(
      "DescribeCustomKeyStores",
      "ConnectCustomKeyStore",
      "DisconnectCustomKeyStore",
      "UpdateCustomKeyStore");
  private static final Set<String> FIELDS =
      Set.of("KeyStorePassword", "XksProxyAuthenticationCredential");

  /** For one history. */
  public OffLimits() {
    super("11 off limits");
  }

  @Override
  public void end() {
    for (CallRecord line : stage().aws().kms().calls()) {
      String operation = line.call().operation();
      boolean ours = line.call().caller().arn().contains("/keymend-");
      if (ours && !OPERATIONS.contains(operation)) {
        broken(operation + " was called");
      }
      if (ours
          && operation.equals("UpdateCustomKeyStore")
          && !FIELDS.contains(line.call().detail())) {
        broken("an update of " + line.call().detail());
      }
    }
  }
}
