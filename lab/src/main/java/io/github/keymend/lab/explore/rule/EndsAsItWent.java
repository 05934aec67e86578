package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Remembered;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rule 12: the workflow goes the way that its functions tell it, and ends as it went: told what it wrote, failed where it
 * met an error, because the alarm on failed executions is the last net.
 */
public final class EndsAsItWent extends Rule {
  /** An hour of looks 5 s apart, three states each, is 2160; they get 30 s apart soon. */
  private static final int MOST_STATES = 2200;

  /** Where an execution may fail: bad input, a claim that another has, an error that was told. */
  private static final Set<String> FAILING = Set.of("Open incident", "Claim lost", "Broken");

  private static final Set<String> ERRORS = Set.of("Park after an error", "Tell of the error");
  private final Map<String, Integer> states = new HashMap<>();
  private final Map<String, String> last = new HashMap<>();
  private final Set<String> erred = new HashSet<>();
  private final Map<String, Set<String>> untold = new HashMap<>();
  private final Map<String, Set<String>> unsent = new HashMap<>();

  private Instant madeToEnd = Instant.MIN;

  /** For one history. */
  public EndsAsItWent() {
    super("12 ends as it went");
  }

  @Override
  public void remembered(Remembered change) {
    StoreItem before = change.before();
    StoreItem after = change.after();
    boolean missing = before.missingSince() != null;
    if (before.incident() != null && after.incident() == null && missing) {
      boolean saidGone = after.outbox().stream().anyMatch(each -> each.kind() == Kind.GONE);
      if (!saidGone) {
        broken("a store that is gone was said to be back");
      }
    }
    String execution = change.invocation().execution().orElse("");
    if (!execution.isEmpty() && !change.invocation().function().equals("OpenFunction")) {
      for (Message message : after.outbox()) {
        if (!before.outbox().contains(message)) {
          untold.computeIfAbsent(execution, any -> new HashSet<>()).add(message.id());
          unsent.computeIfAbsent(execution, any -> new HashSet<>()).add(message.id());
        }
      }
    }
  }

  /** Then nobody can say why a message has not been sent yet: the sweep sends it. */
  @Override
  public void failed(String text) {
    unsent.clear();
  }

  @Override
  public void performed(int store, Action action) {
    if (action instanceof Mishap) {
      unsent.clear();
    }
    if (action instanceof Mishap.EndsExecutions) {
      madeToEnd = stage().timeline().now();
    }
  }

  @Override
  public void act(ActCall call) {
    StoreItem item = stage().item(call.customKeyStoreId()).orElse(null);
    Incident incident = item == null ? null : item.incident();
    Attempt attempt = incident == null ? null : incident.attempt();
    if (item != null
        && attempt != null
        && call.act() == Act.DISCONNECT
        && item.people().consent() == null
        && attempt.begin().isAfter(call.at())) {
      broken("disconnected before the attempt was to begin, at " + attempt.begin());
    }
  }

  @Override
  public void entered(String execution, String state) {
    last.put(execution, state);
    if (state.startsWith("Tell ")) {
      untold.remove(execution);
    }
    if (ERRORS.contains(state)) {
      erred.add(execution);
    }
    if (states.merge(execution, 1, Integer::sum) > MOST_STATES) {
      broken("an execution goes round in circles: " + execution);
    }
  }

  @Override
  public void ended(String execution, String status) {
    if (status.equals("SUCCEEDED")) {
      succeeded(execution);
    }
    if (status.equals("FAILED")
        && !FAILING.contains(last.getOrDefault(execution, "Open incident"))
        && !madeToEnd.equals(stage().timeline().now())) {
      broken("an execution failed in " + last.get(execution) + " and did not park: " + execution);
    }
    boolean lost = status.equals("FAILED") && "Claim lost".equals(last.get(execution));
    for (String id : stage().stores()) {
      String owner = stage().item(id).map(StoreItem::lastOwner).orElse(null);
      if (lost && execution.equals(owner)) {
        broken("an execution gave up its claim, which nobody had taken: " + execution);
      }
    }
  }

  private void succeeded(String execution) {
    if (erred.contains(execution)) {
      broken("an execution met an error and succeeded: " + execution);
    }
    // A sweep may have sent it meanwhile; then there is nothing left to tell.
    Set<String> wrote = untold.getOrDefault(execution, Set.of());
    boolean waiting = stage().stores().stream()
        .flatMap(id -> stage().item(id).stream())
        .flatMap(item -> item.outbox().stream())
        .anyMatch(message -> wrote.contains(message.id()));
    if (waiting) {
      broken("an execution succeeded without trying to tell what it wrote: " + execution);
    }
    Set<String> mine = unsent.getOrDefault(execution, Set.of());
    boolean left = stage().stores().stream()
        .flatMap(id -> stage().item(id).stream())
        .flatMap(item -> item.outbox().stream())
        .anyMatch(message -> mine.contains(message.id()));
    if (left) {
      broken("an execution succeeded, and nothing had failed, but what it wrote is not sent: "
          + execution);
    }
  }
}
