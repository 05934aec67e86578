package io.github.keymend.lab.doctor.check;

import static io.github.keymend.lab.doctor.check.Findings.cannotTell;
import static io.github.keymend.lab.doctor.check.Findings.denied;
import static io.github.keymend.lab.doctor.check.Findings.fault;
import static io.github.keymend.lab.doctor.check.Findings.fine;
import static io.github.keymend.lab.doctor.check.Findings.warning;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Selector;
import io.github.keymend.lab.doctor.seen.Selector.Condition;
import io.github.keymend.lab.doctor.seen.Trail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which trails hand on what people do to a custom key store. */
class TrailCheckTest {
  private static final String REGION = "us-east-1";
  private static final Condition MANAGEMENT = in("Management");
  private static final Selector ALL = selector(Map.of());

  private static Condition in(String... values) {
    return new Condition(List.of(values), List.of());
  }

  private static Condition notIn(String... values) {
    return new Condition(List.of(), List.of(values));
  }

  private static Selector selector(Map<String, Condition> more) {
    Map<String, Condition> conditions = new HashMap<>(more);
    conditions.put("eventCategory", MANAGEMENT);
    return new Selector(conditions);
  }

  private static Trail trail(String home, boolean allRegions, Selector... selectors) {
    return new Trail("t", home, allRegions, false, true, null, List.of(selectors));
  }

  private static List<Finding> seen(List<Sight<Trail>> trails) {
    return TrailCheck.of(REGION, Sight.of(trails));
  }

  private static List<Finding> judged(Selector... selectors) {
    return seen(List.of(Sight.of(trail(REGION, false, selectors))));
  }

  @Test
  void a_trail_of_this_region_or_of_all_regions_records_its_calls() {
    fine(seen(List.of(Sight.of(trail(REGION, false, ALL)))), "t is logging");
    fine(seen(List.of(Sight.of(trail("eu-west-1", true, ALL)))), "t is logging");
  }

  @Test
  void a_trail_of_another_region_alone_does_not() {
    fault(
        seen(List.of(Sight.of(trail("eu-west-1", false, ALL)))),
        "records another Region alone",
        "aws cloudtrail update-trail --region eu-west-1 --name t --is-multi-region-trail");
  }

  @Test
  void a_trail_that_is_stopped_does_not() {
    var stopped = new Trail("t", REGION, true, false, false, null, List.of(ALL));

    fault(seen(List.of(Sight.of(stopped))), "is not logging", "aws cloudtrail start-logging");
  }

  @Test
  void kms_must_not_be_excluded() {
    fault(
        judged(
            selector(Map.of("eventSource", notIn("rdsdata.amazonaws.com", "kms.amazonaws.com")))),
        "excludes kms.amazonaws.com",
        "put-event-selectors");
    fine(judged(selector(Map.of("eventSource", notIn("rdsdata.amazonaws.com")))), "is logging");
  }

  @Test
  void writes_must_be_recorded() {
    fault(
        judged(selector(Map.of("readOnly", in("true")))),
        "records read events alone",
        "put-event-selectors");
    fine(judged(selector(Map.of("readOnly", in("false")))), "is logging");
  }

  @Test
  void data_events_are_no_management_events() {
    fault(
        judged(new Selector(Map.of("eventCategory", in("Data")))),
        "records no management events",
        "put-event-selectors");
    fault(judged(new Selector[0]), "records no management events", "put-event-selectors");
  }

  @Test
  void a_filter_by_name_must_let_all_three_calls_through() {
    fault(
        judged(selector(Map.of("eventName", in("ConnectCustomKeyStore")))),
        "calls on stores are missing",
        "put-event-selectors");
    fine(judged(selector(Map.of("eventName", in("*CustomKeyStore")))), "is logging");
    fault(
        judged(selector(Map.of("eventName", notIn("Update*")))),
        "calls on stores are missing",
        "put-event-selectors");
  }

  @Test
  void several_selectors_may_share_the_calls() {
    fine(
        judged(
            selector(Map.of("eventName", in("ConnectCustomKeyStore", "UpdateCustomKeyStore"))),
            selector(Map.of("eventName", in("Disconnect*")))),
        "is logging");
  }

  @Test
  void a_filter_by_who_calls_misses_some() {
    fault(
        judged(selector(Map.of("userIdentity.arn", notIn("arn:aws:iam::111122223333:user/a")))),
        "calls on stores are missing",
        "put-event-selectors");
  }

  @Test
  void one_good_trail_is_enough() {
    fine(
        seen(List.of(
            Sight.of(trail("eu-west-1", false, ALL)),
            denied("cloudtrail:GetTrailStatus"),
            Sight.of(trail(REGION, false, ALL)))),
        "t is logging");
  }

  @Test
  void where_one_trail_cannot_be_seen_and_no_other_is_good_nobody_knows() {
    cannotTell(
        seen(List.of(
            Sight.of(trail("eu-west-1", false, ALL)), denied("cloudtrail:GetEventSelectors"))),
        "cloudtrail:GetEventSelectors");
    cannotTell(
        TrailCheck.of(REGION, denied("cloudtrail:DescribeTrails")), "cloudtrail:DescribeTrails");
  }

  @Test
  void no_trail_is_a_fault() {
    fault(TrailCheck.of(REGION, Sight.of(List.of())), "no trail", "aws cloudtrail create-trail");
  }

  @Test
  void a_bucket_that_takes_no_files_is_told() {
    var full = new Trail("t", REGION, true, false, true, "AccessDenied", List.of(ALL));

    warning(seen(List.of(Sight.of(full))), "could not deliver", "mend the trail's bucket");
  }
}
