package io.github.keymend.lab.explore.stage;

import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Mishap.Meanwhile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One invocation of a function, while it lasts. */
public final class Invocation {
  private final long number;
  private final String function;
  private final @Nullable String execution;
  private final List<Armed> armed;
  private @Nullable Detached detached;
  private int calls;

  /** What is to happen in it, and to which store. */
  record Armed(Meanwhile meanwhile, int store) {}

  Invocation(long number, String function, @Nullable String execution, List<Armed> armed) {
    this.number = number;
    this.function = function;
    this.execution = execution;
    this.armed = new ArrayList<>(armed);
  }

  /** Counts up from 1 within a history. */
  public long number() {
    return number;
  }

  /** The function's logical id. */
  public String function() {
    return function;
  }

  /** The ARN of the execution that made it, or nothing. */
  public Optional<String> execution() {
    return Optional.ofNullable(execution);
  }

  int nextCall() {
    return ++calls;
  }

  /** Takes out what is to happen at this point. */
  List<Armed> take(int call, boolean after) {
    if (armed.isEmpty()) {
      return List.of();
    }
    List<Armed> here = armed.stream()
        .filter(each ->
            each.meanwhile().spot().call() == call && each.meanwhile().spot().after() == after)
        .toList();
    armed.removeAll(here);
    return here;
  }

  /** Whether it is to be given up by the workflow before it has ended. */
  boolean isToOutlive() {
    return armed.stream().anyMatch(each -> each.meanwhile().then() instanceof Mishap.Outlives);
  }

  void detach(Detached thread) {
    detached = thread;
  }

  /** Whether the workflow has given it up, and it went on all the same. */
  public boolean wasGivenUp() {
    return detached != null && !detached.hasEnded();
  }

  Optional<Detached> detached() {
    return Optional.ofNullable(detached);
  }
}
