package io.github.keymend.lab.kms;

import java.util.HashMap;
import java.util.Map;

/** Requests per second and operation in one account and Region; KMS Developer Guide, "Request quotas". The last
 * is that of one custom key store, for all cryptographic operations together; here each has it for itself.
 */
final class Quotas {
  static final Map<String, Integer> PER_SECOND = perSecond();

  private Quotas() {}

  private static Map<String, Integer> perSecond() {
    Map<String, Integer> quotas = new HashMap<>();
    SimulatedKms.STORE_OPERATIONS.forEach(operation -> quotas.put(operation, 5));
    quotas.put("CreateKey", 5);
    quotas.put("DescribeKey", 2000);
    quotas.put("ListKeys", 500);
    quotas.put("ListAliases", 500);
    quotas.put("CreateAlias", 5);
    for (String operation : KeyOperations.CRYPTO) {
      quotas.put(operation, 1800);
    }
    return Map.copyOf(quotas);
  }
}
