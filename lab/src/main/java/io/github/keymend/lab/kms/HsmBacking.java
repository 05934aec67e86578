package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.Secret;

/**
 * What KMS knows about a store's CloudHSM cluster.
 *
 * @param clusterId the cluster
 * @param trustAnchor the PEM text of the cluster's trust anchor certificate
 * @param password the password that KMS holds for kmsuser, right or wrong
 */
public record HsmBacking(String clusterId, String trustAnchor, Secret password) implements Backing {
  HsmBacking withPassword(Secret changed) {
    return new HsmBacking(clusterId, trustAnchor, changed);
  }
}
