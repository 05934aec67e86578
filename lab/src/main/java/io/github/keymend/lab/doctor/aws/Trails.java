package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Selector;
import io.github.keymend.lab.doctor.seen.Trail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

/** Asks CloudTrail; about a trail in its home Region. */
final class Trails {
  private final Access access;
  private final Map<String, CloudTrailClient> clients = new HashMap<>();

  Trails(Access access) {
    this.access = access;
  }

  Sight<List<Sight<Trail>>> all() {
    return Ask.of(
        "cloudtrail:DescribeTrails",
        "CloudTrail",
        () -> client(access.region())
            .describeTrails(request -> request.includeShadowTrails(true))
            .trailList()
            .stream()
            .map(this::seen)
            .toList());
  }

  private Sight<Trail> seen(software.amazon.awssdk.services.cloudtrail.model.Trail trail) {
    CloudTrailClient home = client(trail.homeRegion());
    String subject = "the trail " + trail.trailARN();
    Sight<GetTrailStatusResponse> status = Ask.of(
        "cloudtrail:GetTrailStatus",
        subject,
        () -> home.getTrailStatus(request -> request.name(trail.trailARN())));
    if (!(status instanceof Sight.Seen<GetTrailStatusResponse> known)) {
      return status.without();
    }
    return Ask.of("cloudtrail:GetEventSelectors", subject, () -> {
      List<Selector> selectors =
          Selectors.of(home.getEventSelectors(request -> request.trailName(trail.trailARN())));
      return new Trail(
          trail.name(),
          trail.homeRegion(),
          Boolean.TRUE.equals(trail.isMultiRegionTrail()),
          Boolean.TRUE.equals(trail.isOrganizationTrail()),
          Boolean.TRUE.equals(known.value().isLogging()),
          known.value().latestDeliveryError(),
          selectors);
    });
  }

  private CloudTrailClient client(String region) {
    return clients.computeIfAbsent(region, each -> access.client(CloudTrailClient.builder(), each));
  }
}
