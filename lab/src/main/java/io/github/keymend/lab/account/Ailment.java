package io.github.keymend.lab.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be wrong with the account around keymend. Of one aspect at most one thing is wrong at a time. */
public enum Ailment {
  STACK_GONE("stack", "gone"),
  STACK_FAILED("stack", "failed"),
  STACK_ROLLED_BACK("stack", "rolled-back"),
  NOBODY_SUBSCRIBED("subscription", "none"),
  SUBSCRIPTION_PENDING("subscription", "pending"),
  TOPIC_KEY_OF_SNS("topic-key", "aws-sns"),
  TOPIC_KEY_IN_STORE("topic-key", "custom-key-store"),
  TABLE_KEY_IN_STORE("table-key", "custom-key-store"),
  TABLE_KEY_DISABLED("table-key", "disabled"),
  SECRET_GONE("secret", "gone"),
  SECRET_DELETED("secret", "deleted"),
  SECRET_KEY_IN_STORE("secret-key", "custom-key-store"),
  SECRET_KEY_OWN("secret-key", "own"),
  TRAIL_NONE("trail", "none"),
  TRAIL_STOPPED("trail", "stopped"),
  TRAIL_WITHOUT_KMS("trail", "excludes-kms"),
  TRAIL_READS_ALONE("trail", "read-only"),
  TRAIL_DATA_ALONE("trail", "data-only"),
  TRAIL_ELSEWHERE("trail", "elsewhere"),
  SCHEDULE_DISABLED("schedule", "disabled"),
  SCHEDULE_GONE("schedule", "gone"),
  SWEEP_SILENT("sweep", "silent"),
  SWEEP_FAILS("sweep", "fails"),
  RULES_DISABLED("rules", "disabled"),
  DEAD_LETTERS_WAITING("dead-letters", "waiting"),
  ALARMS_RINGING("alarms", "ringing"),
  ALARMS_MUTED("alarms", "muted"),
  FUNCTIONS_FAILED("functions", "failed"),
  FUNCTIONS_CHANGED("functions", "changed"),
  PERMISSION_MISSING("permissions", "missing"),
  PERMISSION_DENIED_BY_ORGANIZATION("permissions", "organization"),
  PERMISSION_DENIED_BY_BOUNDARY("permissions", "boundary"),
  CALLER_DENIED("caller", "denied");

  /** The word for nothing wrong, of every aspect. */
  public static final String FINE = "fine";

  private final String aspect;
  private final String word;

  Ailment(String aspect, String word) {
    this.aspect = aspect;
    this.word = word;
  }

  /** What it is about, such as {@code trail}. */
  public String aspect() {
    return aspect;
  }

  /** What is wrong with it, such as {@code excludes-kms}. */
  public String word() {
    return word;
  }

  /** All aspects. */
  public static List<String> aspects() {
    return Arrays.stream(values()).map(Ailment::aspect).distinct().toList();
  }

  /** What can be wrong with an aspect; empty for an unknown one. */
  public static List<Ailment> of(String aspect) {
    String lower = aspect.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.aspect.equals(lower)).toList();
  }
}
