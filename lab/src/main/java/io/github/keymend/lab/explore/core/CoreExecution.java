package io.github.keymend.lab.explore.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Remedy;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.explore.stage.Props;
import io.github.keymend.lab.explore.stage.Ran;
import io.github.keymend.step.ActHandler;
import io.github.keymend.step.ClaimLostException;
import io.github.keymend.step.CloseHandler;
import io.github.keymend.step.DiagnoseHandler;
import io.github.keymend.step.LookHandler;
import io.github.keymend.step.OpenHandler;
import io.github.keymend.step.ParkHandler;
import io.github.keymend.step.TellHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The workflow in Java, state by state as {@code statemachine/repair.asl.yaml} has it; a test holds the two together
 * by the paths that they take.
 */
final class CoreExecution {
  private static final Duration TIMEOUT = Duration.ofHours(1);
  private static final Duration TASK_TIMEOUT = Duration.ofSeconds(70);
  private final String arn;
  private final JsonNode input;
  private final CoreSteps steps;
  private final Props props;
  private final Instant startedAt;
  private String state = "Open incident";
  private @Nullable String entered;
  private @Nullable String status;
  private @Nullable Instant endedAt;
  private boolean waited;
  private int retries;

  private String id = "";
  private long fence;
  private int looks;
  private String next = "";
  private long pauseSeconds;
  private int attempt;
  private boolean gone;
  private String reason = "";
  private String due = "";
  private String detail = "A function answered something that this workflow does not know.";
  private String opened = "";
  private DiagnoseHandler.@Nullable Output diagnosis;
  private boolean ended;
  private boolean told;
  private boolean pauses;

  CoreExecution(String arn, JsonNode input, CoreSteps steps, Props props) {
    this.arn = arn;
    this.input = input;
    this.steps = steps;
    this.props = props;
    this.startedAt = props.timeline().now();
  }

  boolean isRunning() {
    return status == null;
  }

  JsonNode input() {
    return input;
  }

  Instant startedAt() {
    return startedAt;
  }

  Ran ran() {
    return new Ran(
        arn,
        input.path("customKeyStoreId").asText(""),
        status == null ? "RUNNING" : status,
        startedAt,
        endedAt,
        state);
  }

  void end(String how) {
    if (status == null) {
      status = how;
      endedAt = props.timeline().now();
      props.witness().ended(arn, how);
    }
  }

  /** Works on one state or one retry of it; how long to wait before the next step, or nothing when it is over. */
  Optional<Duration> step() {
    Instant now = props.timeline().now();
    Instant deadline = startedAt.plus(TIMEOUT);
    if (!now.isBefore(deadline)) {
      end("TIMED_OUT");
      return Optional.empty();
    }
    if (entered == null) {
      entered = state;
      props.witness().entered(arn, state);
    }
    Duration pause = work();
    if (!isRunning()) {
      return Optional.empty();
    }
    Duration left = Duration.between(props.timeline().now(), deadline);
    Duration shorter = pause.compareTo(left) < 0 ? pause : left;
    return Optional.of(shorter.isNegative() ? Duration.ZERO : shorter);
  }

  private Duration work() {
    return switch (state) {
      case "Open incident" -> open();
      case "Opened" ->
        go(
            switch (opened) {
              case "CLAIMED" -> "Look";
              case "HELD" -> "Left a note";
              case "IGNORED" -> "Not in our care";
              case "RESET" -> "Tell of the reset";
              default -> "Broken";
            });
      case "Look" -> look();
      case "Decide" ->
        go(
            switch (next) {
              case "WAIT" -> "Wait for KMS";
              case "DIAGNOSE" -> "Diagnose";
              case "CORRECT" -> "Correct";
              case "CONNECT" -> "Connect";
              case "CLOSE" -> "Close";
              case "PARK" -> "Park";
              case "LEAVE" -> "Leave alone";
              default -> "Park after an error";
            });
      case "Wait for KMS", "Pause before the retry" -> pause();
      case "Diagnose" -> diagnose();
      case "Choose remedy" -> go(remedy());
      case "Tell of the retry", "Tell of the correction" -> tell("Ready to act", "Ready to act");
      case "Ready to act" -> go(ready());
      case "Disconnect" -> act("DisconnectFunction", steps.disconnect::handle);
      case "Correct" -> act("CorrectFunction", steps.correct::handle);
      case "Connect" -> act("ConnectFunction", steps.connect::handle);
      case "Wait for the cause", "Ask a person", "Park" ->
        park(ParkReason.valueOf(reason), due, "");
      case "Resting" -> go(ended ? "Tell why" : "Look");
      case "Tell why" -> tell("Parked", "Parked");
      case "Close" -> close(gone);
      case "Leave alone" -> close(false);
      case "Closing" -> go(!ended ? "Look" : told ? "Tell the end" : "Closed");
      case "Tell the end" -> tell("Closed", "Closed");
      case "Park after an error" -> park(ParkReason.UNEXPECTED, "", detail);
      case "Tell of the error" -> tell("Broken", "Broken");
      case "Tell of the reset" -> tell("Reset", "Reset");
      case "Parked", "Closed", "Left a note", "Not in our care", "Reset" -> finish("SUCCEEDED");
      case "Broken", "Claim lost" -> finish("FAILED");
      default -> throw new IllegalStateException("the workflow has no state " + state);
    };
  }

  private Duration open() {
    return task(
        "OpenFunction",
        () -> steps.open.handle(new OpenHandler.Input(arn, startedAt, input)),
        output -> {
          opened = output.opened();
          id = output.customKeyStoreId();
          fence = output.fence();
        },
        "Opened",
        error -> null);
  }

  private Duration look() {
    return task(
        "LookFunction",
        () -> steps.look.handle(new LookHandler.Input(arn, id, fence, startedAt, looks)),
        output -> {
          next = output.next();
          pauseSeconds = output.waitSeconds();
          attempt = output.attempt();
          gone = output.gone();
          reason = output.reason();
          due = output.due();
          looks++;
        },
        "Decide",
        this::caught);
  }

  private Duration diagnose() {
    return task(
        "DiagnoseFunction",
        () -> steps.diagnose.handle(new DiagnoseHandler.Input(arn, id, fence, startedAt)),
        output -> {
          diagnosis = output;
          attempt = output.attempt();
          pauseSeconds = output.pauseSeconds();
          pauses = pauseSeconds > 0;
          reason = output.reason();
          due = output.due();
        },
        "Choose remedy",
        this::caught);
  }

  private String remedy() {
    DiagnoseHandler.Output output = known(diagnosis);
    if (output.go() && output.remedy() == Remedy.RETRY) {
      return "Tell of the retry";
    }
    if (output.go() && output.remedy() == Remedy.CORRECT) {
      return "Tell of the correction";
    }
    return switch (output.remedy()) {
      case WAIT_FOR_THE_CAUSE -> "Wait for the cause";
      case ASK_A_PERSON -> "Ask a person";
      default -> "Park";
    };
  }

  private String ready() {
    if (pauses) {
      return "Pause before the retry";
    }
    return known(diagnosis).state() == ConnectionState.FAILED ? "Disconnect" : "Look";
  }

  private Duration act(String function, Function<ActHandler.Input, ActHandler.Output> handler) {
    return task(
        function,
        () -> handler.apply(new ActHandler.Input(arn, id, fence, attempt)),
        output -> {
          looks = 0;
          pauseSeconds = 5;
        },
        "Wait for KMS",
        this::caught);
  }

  private Duration park(ParkReason why, String when, String words) {
    boolean broken = state.equals("Park after an error");
    return task(
        "ParkFunction",
        () -> steps.park.handle(new ParkHandler.Input(arn, id, fence, why, when, words)),
        output -> ended = output.ended(),
        broken ? "Tell of the error" : "Resting",
        broken ? error -> "Broken" : this::caught);
  }

  private Duration close(boolean isGone) {
    return task(
        "CloseFunction",
        () -> steps.close.handle(new CloseHandler.Input(arn, id, fence, isGone)),
        output -> {
          ended = output.ended();
          told = output.told();
        },
        "Closing",
        this::caught);
  }

  private Duration tell(String then, String otherwise) {
    return task(
        "TellFunction",
        () -> steps.tell.handle(new TellHandler.Input(id)),
        output -> {},
        then,
        error -> otherwise);
  }

  private @Nullable String caught(LambdaError error) {
    if (error.errorType().equals(ClaimLostException.class.getName())) {
      return "Claim lost";
    }
    detail = error.errorType() + ": " + error.errorMessage();
    return "Park after an error";
  }

  private <O> Duration task(
      String function,
      Callable<O> call,
      Consumer<O> assign,
      String then,
      Function<LambdaError, @Nullable String> catches) {
    Instant before = props.timeline().now();
    LambdaError error;
    try {
      O output = props.lambdas().call(function, arn, call);
      if (Duration.between(before, props.timeline().now()).compareTo(TASK_TIMEOUT) < 0) {
        assign.accept(output);
        return go(then);
      }
      error = LambdaError.timedOut(TASK_TIMEOUT);
    } catch (LambdaError e) {
      error = e;
    }
    if (CoreRetries.isRetried(error.errorType()) && retries < CoreRetries.MOST) {
      return CoreRetries.pause(retries++, props.jitter());
    }
    String caught = catches.apply(error);
    return caught == null ? finish("FAILED") : go(caught);
  }

  private Duration pause() {
    if (waited) {
      return go("Look");
    }
    waited = true;
    return Duration.ofSeconds(pauseSeconds);
  }

  private Duration go(String to) {
    if (isRunning()) {
      state = to;
      entered = null;
      waited = false;
      retries = 0;
    }
    return Duration.ZERO;
  }

  private Duration finish(String how) {
    end(how);
    return Duration.ZERO;
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a variable is read before it is set");
    }
    return value;
  }
}
