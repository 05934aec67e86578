package io.github.keymend.lab.door;

/** The string shapes of the custom key store operations; KMS API reference, the data types and request parameters. */
final class KmsShapes {
  static final Shape STORE_ID = Shape.text(1, 64);
  static final Shape STORE_NAME = Shape.text(1, 256);
  static final Shape STORE_TYPE = Shape.matching(1, 32, "AWS_CLOUDHSM|EXTERNAL_KEY_STORE");
  static final Shape CLUSTER_ID = Shape.matching(19, 24, "cluster-[2-7a-zA-Z]{11,16}");
  static final Shape TRUST_ANCHOR = Shape.text(1, 5000);
  /** Alphanumeric is what the Developer Guide adds, "Create an AWS CloudHSM key store". */
  static final Shape PASSWORD = Shape.sensitive(7, 32, "[0-9a-zA-Z]+");

  static final Shape CONNECTIVITY = Shape.matching(1, 32, "PUBLIC_ENDPOINT|VPC_ENDPOINT_SERVICE");
  static final Shape URI_ENDPOINT = Shape.matching(10, 128, "https://[a-zA-Z0-9.-]+");
  static final Shape URI_PATH =
      Shape.matching(10, 128, "(/[a-zA-Z0-9/_-]+/kms/xks/v\\d{1,2})|(/kms/xks/v\\d{1,2})");
  static final Shape SERVICE_NAME = Shape.matching(
      20, 64, "(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+");
  /** In an update, an empty name removes the service. */
  static final Shape SERVICE_NAME_OR_EMPTY = Shape.matching(0, 64, "|" + SERVICE_NAME.pattern());

  static final Shape ACCOUNT = Shape.matching(12, 12, "[0-9]{12}");
  static final Shape ACCESS_KEY_ID = Shape.sensitive(20, 30, "[A-Z2-7]+");
  static final Shape SECRET_ACCESS_KEY = Shape.sensitive(43, 64, "[a-zA-Z0-9/+=]+");
  static final Shape MARKER = Shape.matching(1, 1024, "[\\x20-\\xFF]*");

  private KmsShapes() {}
}
