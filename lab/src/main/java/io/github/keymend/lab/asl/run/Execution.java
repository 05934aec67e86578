package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.query.Timestamps;
import io.github.keymend.lab.asl.query.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a workflow, moved on from outside: {@link #step} works on one state, or one retry of it, and tells
 * when it wants to go on. It has no thread; several executions can take turns on one virtual clock, state by state.
 */
public final class Execution {
  /** Step Functions quotas: an execution lasts a year at most. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final ExecutionStart start;
  private final ExecutionWorld world;
  private final Journal journal;
  private final Instant startedAt;
  private final Instant deadline;
  private String stateName;
  private JsonNode stateInput;
  private Variables variables = Variables.NONE;
  private @Nullable Visit visit;
  private Instant due;
  private ExecutionStatus status = new ExecutionStatus.Running();
  // The end that a call comes to when its time has passed.
  private @Nullable ExecutionStatus ending;

  /** Starts now; the first state is entered by the first step. */
  public Execution(ExecutionStart start, ExecutionWorld world) {
    this.start = start;
    this.world = world;
    this.journal = new Journal(start.arn(), world.listener());
    this.startedAt = world.clock().instant();
    this.deadline = startedAt.plus(start.file().timeout().orElse(LONGEST));
    this.stateName = start.file().startAt();
    this.stateInput = start.input();
    this.due = startedAt;
  }

  /**
   * Works on one state or one retry, at the present virtual time.
   *
   * @return how long to wait before the next step, often zero; empty when the execution is over
   * @throws IllegalStateException if it is over already, or if it is not due yet
   */
  public Optional<Duration> step() {
    Instant now = world.clock().instant();
    if (status.isEnd()) {
      throw new IllegalStateException(start.arn() + " is over: " + status.name());
    }
    if (now.isBefore(due)) {
      throw new IllegalStateException(
          start.arn() + " is due at " + due + ", but it is only " + now);
    }
    if (!now.isBefore(deadline)) {
      end(deadline, new ExecutionStatus.TimedOut());
    } else if (ending != null) {
      end(due, ending);
    } else {
      Move move = work(now);
      // A function may stop the execution that calls it.
      if (!status.isEnd()) {
        take(move, now);
      }
    }
    return status.isEnd() ? Optional.empty() : Optional.of(untilDue());
  }

  /** Ends the execution at once, as StopExecution does; nothing happens if it is over. */
  public void stop(String error, String cause) {
    cutShort(new ExecutionStatus.Aborted(error, cause));
  }

  /** Ends the execution at once and in this way; no Catch hears of it, and nothing happens if it is over. */
  public void cutShort(ExecutionStatus last) {
    if (!status.isEnd()) {
      end(world.clock().instant(), last);
    }
  }

  /** Whether it has left one state and not entered the next, or not even entered the first. */
  public boolean isBetweenStates() {
    return visit == null;
  }

  /** Its ARN. */
  public String arn() {
    return start.arn();
  }

  /** What it was started with. */
  public ExecutionStart start() {
    return start;
  }

  /** When it was started. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When it ended; empty while it is running. */
  public Optional<Instant> endedAt() {
    return status.isEnd() ? Optional.of(due) : Optional.empty();
  }

  /** How it stands. */
  public ExecutionStatus status() {
    return status;
  }

  /** When it wants to go on; when it ended, if it is over. */
  public Instant due() {
    return due;
  }

  /** The state it is in, or about to enter, or was in at the end. */
  public String state() {
    return stateName;
  }

  /** The variables as the present state sees them, without the dollar sign. */
  public Map<String, JsonNode> variables() {
    return variables.values();
  }

  /** What it has used so far. */
  public Tally tally() {
    return journal.tally();
  }

  private Move work(Instant now) {
    Visit here = visit;
    if (here == null) {
      here = new Visit(
          start.file().state(stateName), stateInput, variables, context(), now, world, journal);
      visit = here;
    }
    return here.work(now);
  }

  private void take(Move move, Instant now) {
    due = earlier(now.plus(move.after()), deadline);
    if (move instanceof Move.Onward onward) {
      visit = null;
      stateName = onward.next();
      stateInput = onward.output();
      variables = onward.variables();
    } else if (move instanceof Move.End last) {
      if (due.isAfter(world.clock().instant())) {
        ending = last.status();
      } else {
        end(due, last.status());
      }
    }
    if (!status.isEnd() && journal.tally().events() >= Limits.HISTORY_EVENTS) {
      String cause = "The execution reached the maximum number of history events ("
          + Limits.HISTORY_EVENTS + ").";
      end(due, new ExecutionStatus.Failed("States.Runtime", cause));
    }
  }

  private void end(Instant at, ExecutionStatus last) {
    status = last;
    due = at;
    journal.ended(at, last);
  }

  private Duration untilDue() {
    Duration left = Duration.between(world.clock().instant(), due);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The part of {@code $states.context} that stays the same. */
  private ObjectNode context() {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    ObjectNode execution = context.putObject("Execution");
    execution.put("Id", start.arn()).set("Input", start.input());
    execution.put("Name", start.name()).put("StartTime", Timestamps.format(startedAt));
    context
        .putObject("StateMachine")
        .put("Id", start.machine().value())
        .put("Name", start.machine().name());
    return context;
  }
}
