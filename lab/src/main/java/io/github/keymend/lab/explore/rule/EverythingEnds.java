package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.table.Remedy;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Ran;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StoreView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Rule 5: everything ends: a repair within its deadline, attempts within budget and daily cap, incidents with the trouble. */
public final class EverythingEnds extends Rule {
  /** The literals of the decision table: no RETRY row has more than 3 attempts, no CORRECT row more than 2. */
  private static final Map<Remedy, Integer> MOST = Map.of(Remedy.RETRY, 3, Remedy.CORRECT, 2);

  private static final int DAILY_CAP = 9;
  private static final Duration DEADLINE = Duration.ofHours(1);
  private final Map<String, Set<Integer>> spent = new HashMap<>();
  private final Map<String, Set<String>> daily = new HashMap<>();
  private final Map<String, Integer> commands = new HashMap<>();

  /** For one history. */
  public EverythingEnds() {
    super("5 everything ends");
  }

  @Override
  public void commanded(String id, String command, String execution, Instant at) {
    if (Heard.LEAVES.contains(command)) {
      commands.merge(id, 1, Integer::sum);
    } else if (command.equals("reset")) {
      // It counts the attempts of the day anew.
      daily.keySet().removeIf(day -> day.startsWith(id + "/"));
    }
  }

  @Override
  public void ended(String execution, String status) {
    Ran ran = stage().machinery().ran(execution);
    Instant end = stage().timeline().now();
    if (status.equals("TIMED_OUT") && !end.isBefore(ran.startedAt().plus(DEADLINE))) {
      broken("a repair did not end within its deadline: " + execution);
    }
  }

  @Override
  public void act(ActCall call) {
    if (call.act() == Act.CORRECT && !call.tookEffect()) {
      return;
    }
    Incident incident =
        stage().item(call.customKeyStoreId()).map(StoreItem::incident).orElse(null);
    Attempt attempt = incident == null ? null : incident.attempt();
    if (incident == null || attempt == null) {
      // A call under way goes on when a foreign disconnect that is heard meanwhile ends its
      // attempt.
      if (!isUnderWay(call)) {
        broken(call.act() + " outside of an attempt");
      }
      return;
    }
    if (call.act() == Act.CORRECT || call.result().outcome() == Outcome.REFUSED) {
      return;
    }
    String id = call.customKeyStoreId();
    Set<Integer> numbers = spent.computeIfAbsent(
        incident.id() + "/" + attempt.remedy() + "/" + call.act(), key -> new HashSet<>());
    if (!numbers.add(attempt.number())) {
      broken(call.act() + " twice in attempt " + attempt.number());
    }
    // A person's leave is for one connect that KMS takes; until then the daily cap alone bounds it.
    boolean commanded = commands.getOrDefault(id, 0) > 0;
    int allowed =
        Math.min(MOST.getOrDefault(attempt.remedy(), 0), stage().setup().attempts());
    if (!commanded && numbers.size() > allowed) {
      broken(numbers.size() + " attempts of " + attempt.remedy() + ", " + allowed + " allowed");
    }
    LocalDate day = attempt.begin().atZone(ZoneOffset.UTC).toLocalDate();
    Set<String> today = daily.computeIfAbsent(id + "/" + day, key -> new HashSet<>());
    today.add(incident.id() + "/" + attempt.number());
    if (today.size() > DAILY_CAP) {
      broken(today.size() + " attempts on one day");
    }
  }

  private boolean isUnderWay(ActCall call) {
    return stage()
        .item(call.customKeyStoreId())
        .map(StoreItem::intent)
        .filter(intent -> intent.act() == call.act() && intent.outcome() == null)
        .isPresent();
  }

  @Override
  public void end() {
    for (Ran ran : stage().machinery().all()) {
      if (ran.isRunning()) {
        broken("in the end " + ran.arn() + " is still running");
      }
    }
    for (String id : stage().stores()) {
      Incident incident = stage().item(id).map(StoreItem::incident).orElse(null);
      ConnectionState state =
          stage().aws().kms().store(id).map(StoreView::state).orElse(null);
      if (incident != null && (state == ConnectionState.CONNECTED || state == null)) {
        broken("in the end the store is " + (state == null ? "gone" : state)
            + ", and its incident is open: " + incident.parked());
      }
    }
  }
}
