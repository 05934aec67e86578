package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.stage.Witness;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.KnownErrorCode;
import io.github.keymend.lab.kms.StateChange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which faults have met which state of the workflow under which error code. */
public final class Coverage implements Witness {
  private static final String NOTHING = "(nothing runs)";

  /** The Choice, Succeed and Fail states of the workflow; a test holds them to it. */
  static final Set<String> TIMELESS = Set.of(
      "Opened",
      "Decide",
      "Choose remedy",
      "Ready to act",
      "Resting",
      "Parked",
      "Closing",
      "Closed",
      "Broken",
      "Claim lost",
      "Left a note",
      "Not in our care",
      "Reset");

  /** The Wait states of the workflow. */
  static final Set<String> WAITS = Set.of("Wait for KMS", "Pause before the retry");

  private static final Set<String> IN_INVOCATIONS =
      Set.of("Dies", "Stalls", "Outlives", "PortFails");

  private final Set<Cell> reached = new HashSet<>();
  private final Set<String> faults = new TreeSet<>();
  private final Set<String> states = new TreeSet<>();
  private final Map<String, String> at = new HashMap<>();
  private String code = "NONE";

  /**
   * A cell.
   *
   * @param state of the workflow
   * @param code the last error code
   * @param fault what happened
   */
  public record Cell(String state, String code, String fault) {}

  /** Another history begins. */
  void next() {
    at.clear();
    code = "NONE";
  }

  @Override
  public void performed(int store, Action action) {
    if (action instanceof Mishap.Meanwhile) {
      return;
    }
    String fault = action.getClass().getSimpleName();
    faults.add(fault);
    if (at.isEmpty()) {
      reached.add(new Cell(NOTHING, code, fault));
    }
    at.values().forEach(state -> reached.add(new Cell(state, code, fault)));
  }

  @Override
  public void changed(StateChange change) {
    if (change.to() == ConnectionState.FAILED) {
      code = String.valueOf(change.errorCode());
    }
  }

  @Override
  public void entered(String execution, String state) {
    states.add(state);
    at.put(execution, state);
  }

  @Override
  public void ended(String execution, String status) {
    at.remove(execution);
  }

  /** Takes in what another has reached. */
  void add(Coverage other) {
    reached.addAll(other.reached);
    faults.addAll(other.faults);
    states.addAll(other.states);
  }

  /** How many cells were reached. */
  public int reached() {
    return reached.size();
  }

  /**
   * How many could be reached. Nothing happens in a state in which no time passes (Choice, Succeed, Fail), and what
   * happens in the middle of an invocation happens in a Task, or in the sweep.
   */
  public int cells() {
    int pairs = 0;
    for (String state : reachable()) {
      for (String fault : faults) {
        pairs += canMeet(state, fault) ? 1 : 0;
      }
    }
    return pairs * (KnownErrorCode.values().length + 2);
  }

  private Set<String> reachable() {
    Set<String> reachable = new TreeSet<>(states);
    reachable.removeAll(TIMELESS);
    reachable.add(NOTHING);
    return reachable;
  }

  private static boolean canMeet(String state, String fault) {
    return !(WAITS.contains(state) && IN_INVOCATIONS.contains(fault));
  }

  /** The pairs of a state and a fault that could meet, and never met, under any code. */
  public Set<String> unmet() {
    Set<String> pairs = new TreeSet<>();
    Set<String> met = new TreeSet<>();
    reached.forEach(cell -> met.add(cell.state() + " x " + cell.fault()));
    for (String state : reachable()) {
      for (String fault : faults) {
        if (canMeet(state, fault) && !met.contains(state + " x " + fault)) {
          pairs.add(state + " x " + fault);
        }
      }
    }
    return pairs;
  }

  /** The codes that no fault has met. */
  public Set<String> unmetCodes() {
    Set<String> codes = new TreeSet<>();
    Arrays.stream(KnownErrorCode.values()).forEach(each -> codes.add(each.name()));
    reached.forEach(cell -> codes.remove(cell.code()));
    return codes;
  }
}
