package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.seen.Selector;
import io.github.keymend.lab.doctor.seen.Selector.Condition;
import io.github.keymend.lab.doctor.seen.Trail;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a trail does not hand on what people do to a custom key store. */
enum TrailLack {
  /** It records another Region alone. */
  ELSEWHERE("records another Region alone"),
  /** It does not record now. */
  STOPPED("is not logging"),
  /** It records data events, insights, but no management events. */
  NO_MANAGEMENT_EVENTS("records no management events"),
  /** It records reads alone; Connect, Disconnect and Update are writes. */
  READS_ALONE("records read events alone"),
  /** {@code kms.amazonaws.com} is excluded. */
  WITHOUT_KMS("excludes kms.amazonaws.com"),
  /** It filters by something else, so that some calls are not recorded. */
  SOME_CALLS_ALONE("filters its management events, so that calls on stores are missing");

  /** What any of the calls on stores looks like; fields as CloudTrail's advanced event selectors name them. */
  private static final Map<String, String> CALL = Map.of(
      "eventCategory", "Management",
      "eventSource", "kms.amazonaws.com",
      "readOnly", "false",
      "eventType", "AwsApiCall");

  private static final List<String> NAMES =
      List.of("ConnectCustomKeyStore", "DisconnectCustomKeyStore", "UpdateCustomKeyStore");

  private final String words;

  TrailLack(String words) {
    this.words = words;
  }

  /** What the trail lacks, first things first; null: nothing. */
  static @Nullable TrailLack of(Trail trail, String region) {
    if (!trail.allRegions() && !trail.homeRegion().equals(region)) {
      return ELSEWHERE;
    }
    if (!trail.logging()) {
      return STOPPED;
    }
    if (NAMES.stream().allMatch(name -> records(trail.selectors(), name))) {
      return null;
    }
    List<Selector> left = trail.selectors().stream()
        .filter(each -> fits(each, "eventCategory", "Management"))
        .toList();
    if (left.isEmpty()) {
      return NO_MANAGEMENT_EVENTS;
    }
    left = left.stream().filter(each -> fits(each, "readOnly", "false")).toList();
    if (left.isEmpty()) {
      return READS_ALONE;
    }
    return left.stream().anyMatch(each -> fits(each, "eventSource", "kms.amazonaws.com"))
        ? SOME_CALLS_ALONE
        : WITHOUT_KMS;
  }

  private static boolean records(List<Selector> selectors, String eventName) {
    return selectors.stream()
        .anyMatch(selector -> selector.conditions().entrySet().stream().allMatch(each -> {
          String value = each.getKey().equals("eventName") ? eventName : CALL.get(each.getKey());
          // A field that differs from call to call, such as userIdentity.arn: some would be
          // missing.
          return value != null && each.getValue().fits(value);
        }));
  }

  private static boolean fits(Selector selector, String field, String value) {
    Condition condition = selector.conditions().get(field);
    return condition == null || condition.fits(value);
  }

  String words() {
    return words;
  }

  /** How the trail gets what it lacks. */
  String remedy(Trail trail) {
    String at = " --region " + trail.homeRegion() + " ";
    return switch (this) {
      case ELSEWHERE ->
        "aws cloudtrail update-trail" + at + "--name " + trail.name() + " --is-multi-region-trail";
      case STOPPED -> "aws cloudtrail start-logging" + at + "--name " + trail.name();
      default ->
        "aws cloudtrail put-event-selectors" + at + "--trail-name " + trail.name()
            + " --advanced-event-selectors '[{\"Name\":\"Management events\",\"FieldSelectors\":"
            + "[{\"Field\":\"eventCategory\",\"Equals\":[\"Management\"]}]}]'"
            + " (it replaces all selectors of the trail: add those for data events that you want to keep;"
            + " the events of KMS can be many, and cost)";
    };
  }
}
