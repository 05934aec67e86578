package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Trail;
import java.util.ArrayList;
import java.util.List;

/** EventBridge hears of KMS calls: a trail that is logging records the management events of KMS in this Region. */
public final class TrailCheck {
  private static final String CHECK = "trail";
  private static final String WHY =
      "without these events keymend does not hear what people do to a store:"
          + " only the sweep finds a failure, and it may take a person's disconnect for nobody's";

  private TrailCheck() {}

  /** Judges the trails that a Region knows. */
  public static List<Finding> of(String region, Sight<List<Sight<Trail>>> sight) {
    return Look.at(
        CHECK,
        sight,
        trails -> judge(region, trails),
        what -> Finding.fault(CHECK, what, WHY, create(region)));
  }

  private static List<Finding> judge(String region, List<Sight<Trail>> trails) {
    List<Finding> unseen = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    String remedy = create(region);
    for (Sight<Trail> each : trails) {
      if (each instanceof Sight.Seen<Trail> seen) {
        Trail trail = seen.value();
        TrailLack lack = TrailLack.of(trail, region);
        if (lack == null) {
          return good(trail);
        }
        lacking.add(trail.name() + " " + lack.words());
        remedy = lacking.size() == 1 ? lack.remedy(trail) : remedy;
      } else if (!(each instanceof Sight.Absent<Trail>)) {
        unseen.add(Look.unseen(CHECK, each));
      }
    }
    if (!unseen.isEmpty()) {
      return unseen; // one of these may be the one that records it
    }
    String seen = lacking.isEmpty()
        ? "no trail records " + region
        : "no trail hands on what people do to a store: " + String.join("; ", lacking);
    return List.of(Finding.fault(CHECK, seen, WHY, remedy));
  }

  private static List<Finding> good(Trail trail) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.fine(CHECK, trail.name() + " is logging the management events of KMS"));
    if (trail.deliveryError() != null) {
      findings.add(Finding.warning(
          CHECK,
          trail.name() + " could not deliver its last file: " + trail.deliveryError(),
          "keymend gets its events another way, but nobody can read later who did what",
          "mend the trail's bucket; aws cloudtrail get-trail-status --name " + trail.name()));
    }
    return findings;
  }

  private static String create(String region) {
    return "make a trail that records management events, KMS not excluded: console CloudTrail, Trails,"
        + " Create trail in " + region
        + ", or aws cloudtrail create-trail --name NAME --s3-bucket-name BUCKET"
        + " --is-multi-region-trail, then aws cloudtrail start-logging --name NAME";
  }
}
