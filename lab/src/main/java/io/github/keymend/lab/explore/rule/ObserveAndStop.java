package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.explore.stage.Remembered;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rule 10: observe mode changes nothing; stop stops before the next act. */
public final class ObserveAndStop extends Rule {
  private final Heard heard = new Heard();
  private final Map<String, Aborted> aborted = new HashMap<>();
  private final Set<String> wasAborted = new HashSet<>();
  private final Map<String, Instant> connected = new HashMap<>();

  /** For one history. */
  public ObserveAndStop() {
    super("10 observe and stop");
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
    String id = change.after().customKeyStoreId();
    Aborted stop = aborted.get(id);
    if (stop != null
        && change.after().claim() == null
        && stop.execution().equals(change.invocation().execution().orElse(""))) {
      // Its last step was under way, and gave the claim back: then nothing tells that it was
      // aborted.
      aborted.remove(id);
    }
    Incident incident = change.after().incident();
    Parked parked = incident == null ? null : incident.parked();
    if (parked != null && parked.reason() == ParkReason.ABORTED && !wasAborted.contains(id)) {
      broken("rests as aborted, and nobody has aborted anything");
    }
  }

  /** An execution that has the claim and is aborted: a person said stop. */
  @Override
  public void ended(String execution, String status) {
    if (status.equals("ABORTED")) {
      for (String id : stage().stores()) {
        wasAborted.add(id);
        Claim claim = stage().item(id).map(StoreItem::claim).orElse(null);
        if (claim != null && claim.owner().equals(execution)) {
          aborted.put(id, new Aborted(execution, stage().timeline().now()));
        }
      }
    }
  }

  @Override
  public void read(Read read) {
    if (read.state() == ConnectionState.CONNECTED) {
      connected.put(read.customKeyStoreId(), read.at());
    }
  }

  @Override
  public void act(ActCall call) {
    if (!stage().setup().repairing()) {
      broken(call.act() + " in observe mode");
    }
    String id = call.customKeyStoreId();
    afterAnAbort(call, aborted.get(id));
    // The one that was given last holds, whichever was heard last.
    List<Heard.Command> commands = heard.commandsBefore(call.invocation(), id).stream()
        .sorted(Comparator.comparing(Heard.Command::at))
        .toList();
    Instant stopped = null;
    for (Heard.Command command : commands) {
      if (command.command().equals("stop")) {
        stopped = command.at();
      } else if (command.command().equals("resume")) {
        stopped = null;
      }
    }
    if (stopped != null && connected.getOrDefault(id, Instant.MIN).isBefore(stopped)) {
      broken(call.act() + " after the stop of " + stopped);
    }
  }

  /** What an aborted repair had begun it may still bring to an end; another needs a resume. */
  private void afterAnAbort(ActCall call, @Nullable Aborted stop) {
    if (stop == null
        || stop.execution().equals(call.invocation().execution().orElse(""))
        || connected.getOrDefault(call.customKeyStoreId(), Instant.MIN).isAfter(stop.at())) {
      return;
    }
    boolean resumed = heard.commandsBefore(call.invocation(), call.customKeyStoreId()).stream()
        .anyMatch(given -> given.command().equals("resume") && !given.at().isBefore(stop.at()));
    if (!resumed) {
      broken(call.act() + " after a repair was aborted at " + stop.at());
    }
  }

  private record Aborted(String execution, Instant at) {}
}
