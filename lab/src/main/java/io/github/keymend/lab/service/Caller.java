package io.github.keymend.lab.service;

/**
 * Who makes a call, as CloudTrail's {@code userIdentity} names it.
 *
 * @param kind a person or a program
 * @param name the user's name, or the role's
 * @param arn the identity's ARN
 */
public record Caller(Kind kind, String name, String arn) {
  /** What a caller signs in as. */
  public enum Kind {
    /** An IAM user. */
    USER,
    /** A session of an IAM role; every Lambda function is one. */
    ROLE
  }

  /** The IAM user {@code name} of the {@link Place#DEFAULT} account. */
  public static Caller user(String name) {
    return new Caller(Kind.USER, name, iam("user/" + name));
  }

  /** A session of the role {@code role}; Lambda names the session after the function. */
  public static Caller role(String role, String session) {
    Place place = Place.DEFAULT;
    return new Caller(
        Kind.ROLE,
        role,
        "arn:" + place.partition() + ":sts::" + place.account() + ":assumed-role/" + role + "/"
            + session);
  }

  /** The ARN of the role behind a session; the user's own ARN for a user. */
  public String issuerArn() {
    return kind == Kind.USER ? arn : iam("role/" + name);
  }

  private static String iam(String resource) {
    return "arn:" + Place.DEFAULT.partition() + ":iam::" + Place.DEFAULT.account() + ":" + resource;
  }
}
