package io.github.keymend.lab.scenario;

import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.scenario.Entry.Called;
import io.github.keymend.lab.scenario.Entry.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums a rehearsal up. */
public final class Retelling {
  private static final Map<String, String> ACTS = Map.of(
      "DisconnectCustomKeyStore", "disconnect",
      "UpdateCustomKeyStore", "update",
      "ConnectCustomKeyStore", "connect");
  private static final Map<String, String> REMEDIES = Map.of(
      "Tell of the retry", "retry",
      "Tell of the correction", "correct",
      "Wait for the cause", "wait for the cause",
      "Ask a person", "ask a person");
  private static final Set<String> CHANGING = Set.of("CONNECTING", "DISCONNECTING");

  private final Rehearsal rehearsal;
  private final List<Entry> entries;

  private Retelling(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
    this.entries = rehearsal.story().entries();
  }

  /** What came of it. */
  public static Outcome of(Scenario scenario, Rehearsal rehearsal) {
    var retelling = new Retelling(rehearsal);
    List<String> path = retelling.path();
    List<Said> messages = retelling.of(Said.class).toList();
    List<Rest> rests = rehearsal.rests();
    Instant end = rests.get(rests.size() - 1).at();
    return new Outcome(
        scenario.name(),
        rests.stream().map(Rest::text).toList(),
        retelling.mendedBy(),
        rehearsal.attempts(),
        retelling.acts().map(Retelling::act).toList(),
        path.stream().filter(REMEDIES::containsValue).toList(),
        path,
        messages.stream().map(Said::kind).toList(),
        (int) messages.stream().map(Said::thread).distinct().count(),
        Duration.between(rehearsal.begin(), end),
        retelling.kmsTook(end),
        rehearsal.lab().stepFunctions().executions().size(),
        (int) retelling
            .of(Entry.Ended.class)
            .filter(each -> !each.status().equals("SUCCEEDED"))
            .count(),
        retelling.cost());
  }

  private <E> Stream<E> of(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }

  private Stream<Called> acts() {
    return of(Called.class).filter(call -> ACTS.containsKey(call.operation()));
  }

  private static String act(Called call) {
    String who = call.byKeymend() ? "keymend " : "person ";
    String refused = call.answer().equals("accepted") ? "" : " refused " + call.answer();
    return who + ACTS.get(call.operation()) + refused;
  }

  private static String remedy(String state) {
    return REMEDIES.getOrDefault(state, state);
  }

  private List<String> path() {
    List<String> path = new ArrayList<>();
    // After a pause the workflow comes to the same branch again; another store's repair does not.
    Set<String> branches = new HashSet<>();
    for (Entry entry : entries) {
      int before = path.size();
      if (entry instanceof Called call && ACTS.containsKey(call.operation())) {
        path.add(call.byKeymend() ? act(call).substring("keymend ".length()) : act(call));
      } else if (entry instanceof Entry.Entered entered && REMEDIES.containsKey(entered.state())) {
        String remedy = remedy(entered.state());
        if (branches.add(entered.execution() + " " + remedy)) {
          path.add(remedy);
          continue;
        }
      } else if (entry instanceof Entry.Rested rested && !isTold(path)) {
        path.add("park " + rested.reason().toLowerCase(Locale.ROOT).replace('_', ' '));
      } else if (entry instanceof Entry.Person person) {
        path.add("person " + person.what());
      }
      if (path.size() > before) {
        branches.clear();
      }
    }
    return path;
  }

  private static boolean isTold(List<String> path) {
    return last(path).equals("wait for the cause") || last(path).equals("ask a person");
  }

  private static String last(List<String> path) {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  private MendedBy mendedBy() {
    boolean failed = false;
    boolean helped = false;
    MendedBy by = MendedBy.NOBODY;
    for (Entry entry : entries) {
      if (entry instanceof Entry.Changed changed && changed.state().equals("FAILED")) {
        failed = true;
      } else if (entry instanceof Entry.Changed changed && changed.state().equals("CONNECTED")) {
        failed = false;
        helped = false;
      } else if (entry instanceof Entry.Person) {
        helped = true;
      } else if (entry instanceof Called call && ACTS.containsKey(call.operation())) {
        helped |= failed && !call.byKeymend();
        if (call.operation().equals("ConnectCustomKeyStore") && call.answer().equals("accepted")) {
          by = !call.byKeymend()
              ? MendedBy.PERSON
              : helped ? MendedBy.KEYMEND_AFTER_A_PERSON : MendedBy.KEYMEND;
        }
      }
    }
    String state = rehearsal.rests().get(rehearsal.rests().size() - 1).state();
    return state.equals("CONNECTED") ? by : MendedBy.NOBODY;
  }

  private Duration kmsTook(Instant end) {
    return rehearsal.lab().kms().changes().stream()
        .collect(Collectors.groupingBy(StateChange::storeId))
        .values()
        .stream()
        .map(changes -> changing(changes, end))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** How long one store was connecting or disconnecting. */
  private static Duration changing(List<StateChange> changes, Instant end) {
    Duration sum = Duration.ZERO;
    for (int i = 0; i < changes.size(); i++) {
      if (CHANGING.contains(changes.get(i).to().name())) {
        Instant until = i + 1 < changes.size() ? changes.get(i + 1).at() : end;
        sum = sum.plus(Duration.between(changes.get(i).at(), until));
      }
    }
    return sum;
  }

  private Cost cost() {
    int transitions = rehearsal.lab().stepFunctions().executions().stream()
        .mapToInt(each -> each.tally().transitions())
        .sum();
    long calls =
        of(Entry.Entered.class).filter(each -> each.type().equals("Task")).count()
            + of(Entry.Retried.class).count();
    return new Cost(transitions, (int) calls);
  }
}
