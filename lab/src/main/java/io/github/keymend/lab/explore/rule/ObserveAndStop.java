package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.explore.stage.Remembered;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule 10: observe mode changes nothing; stop stops before the next act. */
public final class ObserveAndStop extends Rule {
  private final Heard heard = new Heard();
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
}
