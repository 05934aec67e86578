package io.github.keymend.lab.explore.rule;

import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Invocation;
import io.github.keymend.lab.explore.stage.Remembered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has reached keymend's memory of events and commands, and in which order with its own writes. */
final class Heard {
  /** The commands that give keymend leave to connect. */
  static final Set<String> LEAVES = Set.of("connect", "resume");

  private final Map<String, ForeignCall> calls = new HashMap<>();
  private final Map<String, Command> commands = new HashMap<>();
  private final List<Entry<ForeignCall>> heardCalls = new ArrayList<>();
  private final List<Entry<Command>> heardCommands = new ArrayList<>();
  private final Map<Long, Long> lastWrite = new HashMap<>();
  private long writes;

  /**
   * A command.
   *
   * @param customKeyStoreId to which store
   * @param command which
   * @param at when it was given
   */
  record Command(String customKeyStoreId, String command, Instant at) {}

  private record Entry<T>(long write, T what) {}

  void delivered(ForeignCall call, String execution) {
    calls.put(execution, call);
  }

  void commanded(String customKeyStoreId, String command, String execution, Instant at) {
    commands.put(execution, new Command(customKeyStoreId, command, at));
  }

  void remembered(Remembered change) {
    Invocation invocation = change.invocation();
    lastWrite.put(invocation.number(), ++writes);
    if (!invocation.function().equals("OpenFunction")) {
      return;
    }
    invocation.execution().ifPresent(execution -> {
      ForeignCall call = calls.remove(execution);
      if (call != null) {
        heardCalls.add(new Entry<>(writes, call));
      }
      Command command = commands.remove(execution);
      if (command != null) {
        heardCommands.add(new Entry<>(writes, command));
      }
    });
  }

  /** The calls on a store that were heard before this invocation's last write. */
  List<ForeignCall> callsBefore(Invocation invocation, String customKeyStoreId) {
    return before(heardCalls, invocation).stream()
        .filter(call -> call.customKeyStoreId().equals(customKeyStoreId))
        .toList();
  }

  /** The commands to a store that were heard before this invocation's last write, in the order in which they came in. */
  List<Command> commandsBefore(Invocation invocation, String customKeyStoreId) {
    return before(heardCommands, invocation).stream()
        .filter(command -> command.customKeyStoreId().equals(customKeyStoreId))
        .toList();
  }

  private <T> List<T> before(List<Entry<T>> all, Invocation invocation) {
    long confirmed = Optional.ofNullable(lastWrite.get(invocation.number())).orElse(Long.MAX_VALUE);
    return all.stream()
        .filter(each -> each.write() < confirmed)
        .map(Entry::what)
        .toList();
  }
}
