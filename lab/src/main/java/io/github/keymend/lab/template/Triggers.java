package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything in the template by which something starts without a person: its rules, and its schedule. */
public final class Triggers {
  private final Map<String, EventRule> rules;
  private final EventMatcher matcher;
  private final Schedule schedule;

  private Triggers(List<EventRule> rules, Schedule schedule) {
    this.rules = rules.stream().collect(Collectors.toMap(EventRule::name, Function.identity()));
    this.matcher = new EventMatcher(
        rules.stream().collect(Collectors.toMap(EventRule::name, EventRule::pattern)));
    this.schedule = schedule;
  }

  /** Those of the template that is deployed, with the defaults of its parameters; read once. */
  public static Triggers deployed() {
    return Deployed.TRIGGERS;
  }

  /** Those of a template. */
  static Triggers of(DeployedTemplate template) {
    List<EventRule> rules = new ArrayList<>(EventRules.of(template));
    List<Schedule> schedules = new ArrayList<>();
    template
        .events("ScheduleV2")
        .forEach((owner, events) ->
            events.values().forEach(event -> schedules.add(Schedule.of(owner, event))));
    if (schedules.size() != 1) {
      throw new IllegalStateException("the lab knows one schedule, not " + schedules.size());
    }
    return new Triggers(rules, schedules.get(0));
  }

  /** What an event leads to, by the rules that let it through: nothing, as a rule. */
  public List<Delivery> deliveries(JsonNode event) {
    List<String> names = matcher.match(event);
    if (names.isEmpty()) {
      return List.of();
    }
    List<Delivery> deliveries = new ArrayList<>(names.size());
    for (String name : names) {
      EventRule rule = rule(name);
      deliveries.add(new Delivery(rule, rule.input(event)));
    }
    return deliveries;
  }

  /** The schedule of the sweep. */
  public Schedule schedule() {
    return schedule;
  }

  /** A rule by its logical id. */
  EventRule rule(String name) {
    EventRule rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("template.yaml has no rule " + name);
    }
    return rule;
  }

  private static final class Deployed {
    static final Triggers TRIGGERS = of(DeployedTemplate.by(Deployment.inTheLab()));
  }
}
