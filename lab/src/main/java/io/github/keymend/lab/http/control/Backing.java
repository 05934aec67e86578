package io.github.keymend.lab.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.keymend.lab.kms.KmsUser;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.kms.XksProxy;
import io.github.keymend.lab.service.Secret;

/** Adds what a store can be created on or pointed at: a cluster with its kmsuser, a proxy with its credential. */
final class Backing {
  private Backing() {}

  static JsonNode add(JsonNode body, SimulatedKms kms) {
    var arguments =
        new Arguments(body, "cluster", "password", "proxy", "accessKeyId", "rawSecretAccessKey");
    String cluster = arguments.text("cluster");
    if (cluster != null) {
      kms.backends().addCluster(cluster, new KmsUser(new Secret(arguments.required("password"))));
      return JsonNodeFactory.instance.objectNode().put("cluster", cluster);
    }
    String endpoint = arguments.required("proxy");
    var credential = new XksCredential(
        arguments.required("accessKeyId"), new Secret(arguments.required("rawSecretAccessKey")));
    kms.backends()
        .proxy(endpoint)
        .ifPresentOrElse(
            proxy -> proxy.accept(credential),
            () -> kms.backends().addProxy(new XksProxy(endpoint, credential)));
    return JsonNodeFactory.instance.objectNode().put("proxy", endpoint);
  }
}
