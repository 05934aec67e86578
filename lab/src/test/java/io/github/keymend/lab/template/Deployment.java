package io.github.keymend.lab.template;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where and with which parameters somebody deploys the template. */
record Deployment(String partition, String region, Map<String, String> parameters) {
  static final String ACCOUNT = "111122223333";
  static final String SECRET =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:kmsuser-AbCdEf";

  Deployment {
    parameters = Map.copyOf(parameters);
  }

  /** May act, and has a secret to correct a store with. */
  static Deployment repairing() {
    return new Deployment("aws", "us-east-1", Map.of("Mode", "repair"))
        .with("CorrectionStores", "cks-1234567890abcdef0")
        .with("CorrectionSecretArns", SECRET);
  }

  static Deployment observing() {
    return repairing().with("Mode", "observe");
  }

  Deployment with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new Deployment(partition, region, more);
  }

  Deployment in(String otherPartition, String otherRegion) {
    return new Deployment(otherPartition, otherRegion, parameters);
  }
}
