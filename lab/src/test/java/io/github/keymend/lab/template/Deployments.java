package io.github.keymend.lab.template;

/** The deployments that the tests look at. */
final class Deployments {
  static final String ACCOUNT = "111122223333";
  static final String SECRET =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:kmsuser-AbCdEf";

  private Deployments() {}

  /** May act, and has a secret to correct a store with. */
  static Deployment repairing() {
    return Deployment.inTheLab()
        .with("CorrectionStores", "cks-1234567890abcdef0")
        .with("CorrectionSecretArns", SECRET);
  }

  static Deployment observing() {
    return repairing().with("Mode", "observe");
  }

  static Deployment in(String partition, String region) {
    return new Deployment(partition, region, repairing().parameters());
  }
}
