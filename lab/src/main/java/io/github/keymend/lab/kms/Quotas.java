package io.github.keymend.lab.kms;

import java.util.HashMap;
import java.util.Map;

/** Requests per second and operation in one account and Region; KMS Developer Guide, "Request quotas". */
final class Quotas {
  static final Map<String, Integer> PER_SECOND = perSecond();

  private Quotas() {}

  private static Map<String, Integer> perSecond() {
    Map<String, Integer> quotas = new HashMap<>();
    SimulatedKms.STORE_OPERATIONS.forEach(operation -> quotas.put(operation, 5));
    return Map.copyOf(quotas);
  }
}
