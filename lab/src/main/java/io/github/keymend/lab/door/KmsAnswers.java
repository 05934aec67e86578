package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.kms.DescribePage;
import io.github.keymend.lab.kms.HsmBacking;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.kms.XksBacking;

/** Writes the answers of the custom key store operations; KMS API reference. Secrets are never in them. */
final class KmsAnswers {
  private KmsAnswers() {}

  static ObjectNode created(String storeId) {
    return Json.object().put("CustomKeyStoreId", storeId);
  }

  static ObjectNode page(DescribePage page) {
    ObjectNode answer = Json.object();
    ArrayNode stores = answer.putArray("CustomKeyStores");
    page.stores().forEach(store -> stores.add(entry(store)));
    if (page.nextMarker() != null) {
      answer.put("NextMarker", page.nextMarker());
    }
    answer.put("Truncated", page.nextMarker() != null);
    return answer;
  }

  private static ObjectNode entry(StoreView store) {
    ObjectNode entry = Json.object();
    entry.put("CustomKeyStoreId", store.id());
    entry.put("CustomKeyStoreName", store.name());
    entry.put("ConnectionState", store.state().name());
    entry.set("CreationDate", Json.time(store.created()));
    entry.put("CustomKeyStoreType", store.type().name());
    if (store.errorCode() != null) {
      entry.put("ConnectionErrorCode", store.errorCode());
    }
    if (store.backing() instanceof HsmBacking hsm) {
      entry.put("CloudHsmClusterId", hsm.clusterId());
      entry.put("TrustAnchorCertificate", hsm.trustAnchor());
    } else if (store.backing() instanceof XksBacking xks) {
      entry.set("XksProxyConfiguration", proxy(xks));
    }
    return entry;
  }

  private static ObjectNode proxy(XksBacking xks) {
    ObjectNode proxy = Json.object();
    proxy.put("Connectivity", xks.connectivity().name());
    proxy.put("AccessKeyId", xks.credential().accessKeyId());
    proxy.put("UriEndpoint", xks.uriEndpoint());
    proxy.put("UriPath", xks.uriPath());
    if (xks.serviceName() != null) {
      proxy.put("VpcEndpointServiceName", xks.serviceName());
    }
    if (xks.serviceOwner() != null) {
      proxy.put("VpcEndpointServiceOwner", xks.serviceOwner());
    }
    return proxy;
  }
}
