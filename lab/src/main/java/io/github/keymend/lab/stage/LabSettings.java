package io.github.keymend.lab.stage;

import io.github.keymend.lab.template.Deployment;
import io.github.keymend.lab.template.SourceFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How keymend is deployed in the lab.
 *
 * @param mode {@code repair} or {@code observe}
 * @param attempts the template's parameter Attempts
 * @param stores the ids of the stores that keymend cares for; empty: all
 * @param excluded the ids of the stores that it leaves alone
 * @param secrets for each store that opted in to a correction, the ARN of its secret
 * @param workflow the workflow file
 */
public record LabSettings(
    String mode,
    int attempts,
    Set<String> stores,
    Set<String> excluded,
    Map<String, String> secrets,
    Path workflow) {
  /** The template's defaults, in repair mode. */
  public static LabSettings repairing() {
    return new LabSettings("repair", 3, Set.of(), Set.of(), Map.of(), deployedWorkflow());
  }

  /** The same in another mode. */
  public LabSettings in(String otherMode) {
    return new LabSettings(otherMode, attempts, stores, excluded, secrets, workflow);
  }

  /** The same, caring for these stores alone. */
  public LabSettings caringFor(String... customKeyStoreIds) {
    return new LabSettings(mode, attempts, Set.of(customKeyStoreIds), excluded, secrets, workflow);
  }

  /** The same, leaving these stores alone. */
  public LabSettings excluding(String... customKeyStoreIds) {
    return new LabSettings(mode, attempts, stores, Set.of(customKeyStoreIds), secrets, workflow);
  }

  /** The same with another workflow file. */
  public LabSettings running(Path otherWorkflow) {
    return new LabSettings(mode, attempts, stores, excluded, secrets, otherWorkflow);
  }

  /** The same with a secret named for a store. */
  public LabSettings correcting(String customKeyStoreId, String secretArn) {
    Map<String, String> more = new HashMap<>(secrets);
    more.put(customKeyStoreId, secretArn);
    return new LabSettings(mode, attempts, stores, excluded, more, workflow);
  }

  Map<String, String> variables(String stateMachineArn) {
    Map<String, String> variables = new HashMap<>();
    variables.put("KEYMEND_MODE", mode);
    variables.put("KEYMEND_ATTEMPTS", Integer.toString(attempts));
    variables.put("KEYMEND_STORES", String.join(",", stores));
    variables.put("KEYMEND_EXCLUDED_STORES", String.join(",", excluded));
    variables.put("KEYMEND_TABLE", "keymend");
    variables.put("KEYMEND_TOPIC_ARN", "arn:aws:sns:us-east-1:111122223333:keymend");
    variables.put("KEYMEND_STATE_MACHINE_ARN", stateMachineArn);
    variables.put("KEYMEND_CORRECTION_STORES", String.join(",", secrets.keySet()));
    variables.put("KEYMEND_CORRECTION_SECRETS", String.join(",", secrets.values()));
    return variables;
  }

  /** The template's parameters that stand for these settings. */
  Deployment deployment() {
    return Deployment.inTheLab()
        .with("Mode", mode)
        .with("Attempts", Integer.toString(attempts))
        .with("Stores", String.join(",", stores))
        .with("CorrectionStores", String.join(",", secrets.keySet()))
        .with("CorrectionSecretArns", String.join(",", secrets.values()));
  }

  /** The file that is deployed. */
  public static Path deployedWorkflow() {
    return SourceFiles.find("statemachine", "repair.asl.yaml");
  }
}
