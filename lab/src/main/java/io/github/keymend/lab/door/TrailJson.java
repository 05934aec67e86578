package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.Ailments;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.ServiceError;

/**
 * AWS CloudTrail on the wire: the account's one trail, with classic selectors where they can say what is wrong; CloudTrail API
 * reference, DescribeTrails, GetTrailStatus, GetEventSelectors.
 */
final class TrailJson implements JsonService {
  private static final Shape NAME = Shape.text(1, 2048);
  private static final String TRAIL = "management-events";

  private final SimulatedAccount account;
  private final AccountCalls calls;
  private final Place place;

  TrailJson(SimulatedAccount account, AccountCalls calls, Place place) {
    this.account = account;
    this.calls = calls;
    this.place = place;
  }

  @Override
  public String targetPrefix() {
    return "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101";
  }

  @Override
  public String jsonVersion() {
    return "1.1";
  }

  @Override
  public JsonNode call(Caller caller, String operation, Members request) {
    return switch (operation) {
      case "DescribeTrails" -> calls.pass(caller, "cloudtrail", operation, "", this::trails);
      case "GetTrailStatus" -> {
        String name = request.required("Name", NAME);
        yield calls.pass(caller, "cloudtrail", operation, name, () -> status(name));
      }
      case "GetEventSelectors" -> {
        String name = request.required("TrailName", NAME);
        yield calls.pass(caller, "cloudtrail", operation, name, () -> selectors(name));
      }
      default -> throw WireErrors.unknownOperation(operation);
    };
  }

  private ObjectNode trails() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("trailList");
    if (!ailments().has(Ailment.TRAIL_NONE)) {
      boolean elsewhere = ailments().has(Ailment.TRAIL_ELSEWHERE);
      list.addObject()
          .put("Name", TRAIL)
          .put("TrailARN", arn())
          .put("HomeRegion", elsewhere ? "eu-west-1" : place.region())
          .put("IsMultiRegionTrail", !elsewhere)
          .put("IsOrganizationTrail", false);
    }
    return answer;
  }

  private ObjectNode status(String name) {
    require(name);
    return Json.object().put("IsLogging", !ailments().has(Ailment.TRAIL_STOPPED));
  }

  private ObjectNode selectors(String name) {
    require(name);
    ObjectNode answer = Json.object().put("TrailARN", arn());
    if (ailments().has(Ailment.TRAIL_DATA_ALONE)) {
      ObjectNode field = answer
          .putArray("AdvancedEventSelectors")
          .addObject()
          .putArray("FieldSelectors")
          .addObject();
      field.put("Field", "eventCategory").putArray("Equals").add("Data");
      return answer;
    }
    ObjectNode selector = answer.putArray("EventSelectors").addObject();
    selector.put("IncludeManagementEvents", true);
    selector.put("ReadWriteType", ailments().has(Ailment.TRAIL_READS_ALONE) ? "ReadOnly" : "All");
    ArrayNode excluded = selector.putArray("ExcludeManagementEventSources");
    if (ailments().has(Ailment.TRAIL_WITHOUT_KMS)) {
      excluded.add("kms.amazonaws.com");
    }
    return answer;
  }

  private void require(String name) {
    if (ailments().has(Ailment.TRAIL_NONE) || !(name.equals(TRAIL) || name.equals(arn()))) {
      throw ServiceError.refusal(
          "TrailNotFoundException", "Unknown trail: " + name + " for the user");
    }
  }

  private String arn() {
    return place.arn("cloudtrail", "trail/" + TRAIL);
  }

  private Ailments ailments() {
    return account.ailments();
  }
}
