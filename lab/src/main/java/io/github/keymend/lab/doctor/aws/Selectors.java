package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.seen.Selector;
import io.github.keymend.lab.doctor.seen.Selector.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/** Translates what GetEventSelectors answers: a trail has selectors of the classic kind or of the advanced one. */
final class Selectors {
  private Selectors() {}

  static List<Selector> of(GetEventSelectorsResponse response) {
    List<Selector> selectors = new ArrayList<>();
    response.eventSelectors().stream()
        .filter(each -> Boolean.TRUE.equals(each.includeManagementEvents()))
        .forEach(each -> selectors.add(classic(each)));
    response.advancedEventSelectors().forEach(each -> selectors.add(advanced(each)));
    return selectors;
  }

  private static Selector classic(EventSelector selector) {
    Map<String, Condition> conditions = new HashMap<>();
    conditions.put("eventCategory", new Condition(List.of("Management"), List.of()));
    conditions.put(
        "eventSource", new Condition(List.of(), selector.excludeManagementEventSources()));
    if (selector.readWriteType() != ReadWriteType.ALL) {
      boolean reads = selector.readWriteType() == ReadWriteType.READ_ONLY;
      conditions.put("readOnly", new Condition(List.of(Boolean.toString(reads)), List.of()));
    }
    return new Selector(conditions);
  }

  private static Selector advanced(AdvancedEventSelector selector) {
    Map<String, Condition> conditions = new HashMap<>();
    selector.fieldSelectors().forEach(each -> conditions.put(each.field(), condition(each)));
    return new Selector(conditions);
  }

  private static Condition condition(AdvancedFieldSelector field) {
    List<String> in = new ArrayList<>(field.equalsValue());
    field.startsWith().forEach(each -> in.add(each + "*"));
    field.endsWith().forEach(each -> in.add("*" + each));
    List<String> notIn = new ArrayList<>(field.notEquals());
    field.notStartsWith().forEach(each -> notIn.add(each + "*"));
    field.notEndsWith().forEach(each -> notIn.add("*" + each));
    return new Condition(in, notIn);
  }
}
