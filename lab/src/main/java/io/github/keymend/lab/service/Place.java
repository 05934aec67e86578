package io.github.keymend.lab.service;

/**
 * Where the simulated account lives.
 *
 * @param partition {@code aws}, {@code aws-us-gov} or {@code aws-cn}
 * @param region the Region's code
 * @param account twelve digits
 */
public record Place(String partition, String region, String account) {
  /** The account of AWS's own documentation examples. */
  public static final Place DEFAULT = new Place("aws", "us-east-1", "111122223333");

  /** {@code arn:<partition>:<service>:<region>:<account>:<resource>}. */
  public String arn(String service, String resource) {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
