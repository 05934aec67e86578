package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Invocation;
import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.service.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Rule 2: never connect a store that somebody else disconnected, unless a person commands it. */
public final class RespectsForeignDisconnects extends Rule {
  private final Heard heard = new Heard();
  private final Map<String, StateChange> disconnect = new HashMap<>();
  private final Map<String, Instant> spent = new HashMap<>();
  private final Map<String, Duration> age = new HashMap<>();
  private final Map<String, TreeSet<Instant>> looks = new HashMap<>();

  /** For one history. */
  public RespectsForeignDisconnects() {
    super("2 respects a foreign disconnect");
  }

  @Override
  public void read(Read read) {
    age.put(read.customKeyStoreId() + "/" + read.invocation().number(), read.age());
  }

  @Override
  public void changed(StateChange change) {
    if (change.to() == ConnectionState.DISCONNECTING) {
      disconnect.put(change.storeId(), change);
    }
  }

  @Override
  public void delivered(ForeignCall call, String execution) {
    heard.delivered(call, execution);
  }

  @Override
  public void commanded(String customKeyStoreId, String command, String execution, Instant at) {
    heard.commanded(customKeyStoreId, command, execution, at);
  }

  @Override
  public void remembered(Remembered change) {
    heard.remembered(change);
    // A look that was not written down is none.
    if (!Objects.equals(change.before().seen(), change.after().seen())) {
      looks
          .computeIfAbsent(change.after().customKeyStoreId(), id -> new TreeSet<>())
          .add(change.at());
    }
  }

  @Override
  public void act(ActCall call) {
    if (call.act() != Act.CONNECT || !call.tookEffect()) {
      return;
    }
    String id = call.customKeyStoreId();
    if (call.before() == ConnectionState.DISCONNECTED) {
      judge(call, id);
    }
    spent.put(id, call.at());
  }

  private void judge(ActCall call, String id) {
    StateChange last = disconnect.get(id);
    boolean ours = last != null && isOurs(last.caller());
    Instant since = last == null ? Instant.MIN : last.at();
    if (!ours && !consented(call.invocation(), id, since)) {
      String what = last == null
          ? "connected a store that nobody had ever connected"
          : "connected a store that somebody else had disconnected at " + since;
      boolean told = heard.callsBefore(call.invocation(), id).stream()
          .anyMatch(each -> each.operation().equals("DisconnectCustomKeyStore")
              && !each.at().isBefore(since.minusSeconds(1)));
      boolean old = age.getOrDefault(id + "/" + call.invocation().number(), Duration.ZERO)
              .compareTo(DisconnectsOnlyFailed.BEARABLE)
          > 0;
      if (!told && (old || isUnseen(id, since))) {
        unavoidable(what);
      } else {
        broken(what);
      }
    }
    for (ForeignCall foreign : heard.callsBefore(call.invocation(), id)) {
      if (foreign.operation().equals("DisconnectCustomKeyStore")
          && !foreign.at().isBefore(since)
          && !consented(call.invocation(), id, foreign.at())) {
        broken("connected although a foreign Disconnect of " + foreign.at() + " was heard of");
      }
    }
  }

  /** Whether keymend could not look at the store for longer than a read may be old, when this happened. */
  private boolean isUnseen(String id, Instant at) {
    TreeSet<Instant> times = looks.getOrDefault(id, new TreeSet<>());
    Instant before = times.floor(at);
    Instant after = times.higher(at);
    return before != null
        && after != null
        && Duration.between(before, after).compareTo(DisconnectsOnlyFailed.BEARABLE) > 0;
  }

  private boolean consented(Invocation invocation, String id, Instant after) {
    Instant used = spent.getOrDefault(id, Instant.MIN);
    return heard.commandsBefore(invocation, id).stream()
        .anyMatch(command -> Heard.LEAVES.contains(command.command())
            && !command.at().isBefore(after)
            && command.at().isAfter(used));
  }

  private static boolean isOurs(@org.jspecify.annotations.Nullable Caller caller) {
    return caller != null && caller.arn().contains("/keymend-");
  }
}
