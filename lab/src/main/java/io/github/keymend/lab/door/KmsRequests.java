package io.github.keymend.lab.door;

import io.github.keymend.lab.kms.Backing;
import io.github.keymend.lab.kms.CreateRequest;
import io.github.keymend.lab.kms.DescribeRequest;
import io.github.keymend.lab.kms.HsmBacking;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.kms.XksBacking;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.Secret;
import io.github.keymend.lab.service.ServiceError;
import org.jspecify.annotations.Nullable;

/** Reads the requests of the custom key store operations; KMS API reference. */
final class KmsRequests {
  private KmsRequests() {}

  static String storeId(Members request) {
    return request.required("CustomKeyStoreId", KmsShapes.STORE_ID);
  }

  static CreateRequest create(Members request, Place place) {
    String type = request.optional("CustomKeyStoreType", KmsShapes.STORE_TYPE);
    String name = request.required("CustomKeyStoreName", KmsShapes.STORE_NAME);
    return new CreateRequest(
        name, "EXTERNAL_KEY_STORE".equals(type) ? xks(request, place) : hsm(request));
  }

  static UpdateRequest update(Members request) {
    String password = request.optional("KeyStorePassword", KmsShapes.PASSWORD);
    String connectivity = request.optional("XksProxyConnectivity", KmsShapes.CONNECTIVITY);
    return new UpdateRequest(
        storeId(request),
        request.optional("NewCustomKeyStoreName", KmsShapes.STORE_NAME),
        password == null ? null : new Secret(password),
        request.optional("CloudHsmClusterId", KmsShapes.CLUSTER_ID),
        credential(request),
        request.optional("XksProxyUriPath", KmsShapes.URI_PATH),
        request.optional("XksProxyUriEndpoint", KmsShapes.URI_ENDPOINT),
        connectivity == null ? null : XksBacking.Connectivity.valueOf(connectivity),
        request.optional("XksProxyVpcEndpointServiceName", KmsShapes.SERVICE_NAME_OR_EMPTY),
        request.optional("XksProxyVpcEndpointServiceOwner", KmsShapes.ACCOUNT));
  }

  static DescribeRequest describe(Members request) {
    return new DescribeRequest(
        request.optional("CustomKeyStoreId", KmsShapes.STORE_ID),
        request.optional("CustomKeyStoreName", KmsShapes.STORE_NAME),
        request.integer("Limit", 1, 1000),
        request.optional("Marker", KmsShapes.MARKER));
  }

  private static Backing hsm(Members request) {
    return new HsmBacking(
        request.required("CloudHsmClusterId", KmsShapes.CLUSTER_ID),
        request.required("TrustAnchorCertificate", KmsShapes.TRUST_ANCHOR),
        new Secret(request.required("KeyStorePassword", KmsShapes.PASSWORD)));
  }

  private static Backing xks(Members request, Place place) {
    var connectivity = XksBacking.Connectivity.valueOf(
        request.required("XksProxyConnectivity", KmsShapes.CONNECTIVITY));
    XksCredential credential = credential(request);
    if (credential == null) {
      throw ServiceError.validation(
          "Value null at 'XksProxyAuthenticationCredential' failed to satisfy constraint: Member must not be null");
    }
    boolean vpc = connectivity == XksBacking.Connectivity.VPC_ENDPOINT_SERVICE;
    String owner = request.optional("XksProxyVpcEndpointServiceOwner", KmsShapes.ACCOUNT);
    return new XksBacking(
        connectivity,
        request.required("XksProxyUriEndpoint", KmsShapes.URI_ENDPOINT),
        request.required("XksProxyUriPath", KmsShapes.URI_PATH),
        credential,
        vpc ? request.required("XksProxyVpcEndpointServiceName", KmsShapes.SERVICE_NAME) : null,
        vpc && owner == null ? place.account() : owner);
  }

  private static @Nullable XksCredential credential(Members request) {
    Members members = request.nested("XksProxyAuthenticationCredential");
    return members == null
        ? null
        : new XksCredential(
            members.required("AccessKeyId", KmsShapes.ACCESS_KEY_ID),
            new Secret(members.required("RawSecretAccessKey", KmsShapes.SECRET_ACCESS_KEY)));
  }
}
