package io.github.keymend.lab.explore.stage;

import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.asl.run.LambdaErrorKind;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.stage.Invocation.Armed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Lambda: runs invocations, with what is to happen in the middle of them. */
public final class Lambdas {
  private final Timeline timeline;
  private final Witness witness;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Detached> lying = new ArrayList<>();
  private @Nullable Invocation current;
  private long count;

  private static final class Waiting {
    private final Armed armed;
    private int skip;

    private Waiting(Armed armed) {
      this.armed = armed;
      this.skip = armed.meanwhile().spot().skip();
    }
  }

  Lambdas(Timeline timeline, Witness witness) {
    this.timeline = timeline;
    this.witness = witness;
  }

  /** Lets something happen in an invocation that is to come. */
  void arm(Mishap.Meanwhile meanwhile, int store) {
    waiting.add(new Waiting(new Armed(meanwhile, store)));
  }

  /** Nothing more happens in invocations to come. */
  void disarm() {
    waiting.clear();
  }

  /** Ends all that lies half done. */
  void close() {
    lying.forEach(Detached::abandon);
  }

  /** The invocation that runs now. */
  public Invocation current() {
    return Objects.requireNonNull(current, "no invocation is running");
  }

  /** The same, or null outside of invocations. */
  public @Nullable Invocation currentOrNull() {
    return current;
  }

  /**
   * Invokes a function.
   *
   * @param function its logical id
   * @param execution the ARN of the execution that invokes it, or null
   * @param body what it does
   * @throws LambdaError where the workflow gets an error
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // the result is what the body gave
  public <R> R call(String function, @Nullable String execution, Callable<R> body)
      throws LambdaError {
    Invocation invocation = new Invocation(++count, function, execution, take(function));
    if (invocation.isToOutlive()) {
      Detached detached = new Detached(() -> run(invocation, body));
      invocation.detach(detached);
      resume(detached);
      if (!detached.hasEnded()) {
        lying.add(detached);
        throw new LambdaError(
            "Lambda.Unknown", "The invocation did not answer.", LambdaErrorKind.SERVICE);
      }
      Throwable failure = detached.failure();
      if (failure instanceof LambdaError error) {
        throw error;
      } else if (failure != null) {
        throw new IllegalStateException(failure);
      }
      return (R) detached.result();
    }
    return run(invocation, body);
  }

  /** Called within an invocation: it is left lying, and goes on after some time. */
  void leave(Invocation invocation, Duration time) {
    Detached detached = invocation.detached().orElseThrow();
    timeline.after(time, () -> resume(detached));
    detached.leave();
    current = invocation;
  }

  private void resume(Detached detached) {
    Invocation outer = current;
    detached.resume();
    current = outer;
  }

  private <R> R run(Invocation invocation, Callable<R> body) throws LambdaError {
    Invocation outer = current;
    current = invocation;
    try {
      return body.call();
    } catch (Died e) {
      throw LambdaError.crashed();
    } catch (LambdaError e) {
      witness.failed(e.toString());
      throw e;
    } catch (Exception e) {
      witness.failed(e.toString());
      throw LambdaError.thrown(e);
    } finally {
      current = outer;
    }
  }

  private List<Armed> take(String function) {
    List<Armed> now = new ArrayList<>();
    waiting.removeIf(each -> {
      if (!each.armed.meanwhile().spot().function().equals(function)) {
        return false;
      }
      if (each.skip-- > 0) {
        return false;
      }
      now.add(each.armed);
      return true;
    });
    return now;
  }
}
