package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.kms.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Rule 1: never disconnect a store that is not FAILED by two agreeing looks, the last immediately before the call. */
public final class DisconnectsOnlyFailed extends Rule {
  /** Reads staler than this are beyond what keymend can bear. */
  static final Duration BEARABLE = Duration.ofMinutes(10);

  private static final Duration APART = Duration.ofSeconds(10);
  private final Map<String, List<Read>> reads = new HashMap<>();
  private final Map<String, Instant> failedSince = new HashMap<>();
  /**
   * The invocations that wrote down what they saw: of the reads of the others no later invocation can know. Open reads a
   * store to find it, not to judge it.
   */
  private final Set<Long> wrote = new HashSet<>();

  private final List<ForeignCall> delivered = new ArrayList<>();

  /** For one history. */
  public DisconnectsOnlyFailed() {
    super("1 disconnects only what is FAILED");
  }

  @Override
  public void read(Read read) {
    reads.computeIfAbsent(read.customKeyStoreId(), id -> new ArrayList<>()).add(read);
  }

  @Override
  public void remembered(Remembered change) {
    if (!Objects.equals(change.before().seen(), change.after().seen())) {
      wrote.add(change.invocation().number());
    }
  }

  @Override
  public void changed(StateChange change) {
    if (change.to() == io.github.keymend.lab.kms.ConnectionState.FAILED) {
      failedSince.put(change.storeId(), change.at());
    }
  }

  @Override
  public void delivered(ForeignCall call, String execution) {
    delivered.add(call);
  }

  @Override
  public void act(ActCall call) {
    if (call.act() != Act.DISCONNECT) {
      return;
    }
    List<Read> row = reads.getOrDefault(call.customKeyStoreId(), List.of());
    if (!agree(row, call)) {
      broken("called Disconnect without two agreeing looks at FAILED, the last just before");
    }
    if (call.tookEffect() && call.before() != io.github.keymend.lab.kms.ConnectionState.FAILED) {
      String what = "disconnected a store that was " + call.before();
      if (isUnknowable(row, call)) {
        unavoidable(what);
      } else {
        broken(what);
      }
    }
  }

  private boolean agree(List<Read> row, ActCall call) {
    int own = row.size() - 1;
    while (own >= 0 && row.get(own).invocation().number() != call.invocation().number()) {
      own--;
    }
    if (own < 0 || row.get(own).state() != ConnectionState.FAILED) {
      return false;
    }
    Read last = row.get(own);
    for (int i = own - 1; i >= 0; i--) {
      Read before = row.get(i);
      if (!wrote.contains(before.invocation().number())) {
        continue;
      }
      if (before.state() != last.state() || !Objects.equals(before.code(), last.code())) {
        return false;
      }
      if (!before.at().isAfter(last.at().minus(APART))) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnknowable(List<Read> row, ActCall call) {
    Instant since = failedSince.getOrDefault(call.customKeyStoreId(), Instant.MIN);
    boolean told = delivered.stream()
        .anyMatch(each -> each.customKeyStoreId().equals(call.customKeyStoreId())
            // An update tells nothing of the state.
            && !each.operation().equals("UpdateCustomKeyStore")
            && !each.at().isBefore(since));
    Duration age = row.get(row.size() - 1).age();
    return !told && age.compareTo(BEARABLE) > 0;
  }
}
