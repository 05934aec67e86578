package io.github.keymend.lab.stage.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.asl.run.LambdaErrorKind;
import io.github.keymend.lab.clock.Timeline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One invocation that goes wrong at a point. It has a thread of its own, and the lab runs either this thread or its own,
 * never both: an invocation that stands still and goes on later stays as repeatable as everything else.
 */
final class Invocation {
  private final InvocationFault fault;
  private final Timeline timeline;
  private final Map<String, Integer> calls = new HashMap<>();
  private final Semaphore lab = new Semaphore(0);
  private final Semaphore function = new Semaphore(0);
  private boolean struck;
  private @Nullable JsonNode answer;
  private @Nullable Throwable failure;

  Invocation(InvocationFault fault, Timeline timeline) {
    this.fault = fault;
    this.timeline = timeline;
  }

  /** Runs the work until it is done, dies or stands still. */
  JsonNode run(Callable<JsonNode> work) throws LambdaError {
    Thread thread = new Thread(() -> work(work), "invocation");
    thread.setDaemon(true);
    thread.start();
    lab.acquireUninterruptibly();
    return answer();
  }

  /** The invocation's thread has come to a point. */
  void reach(Side side, String call) {
    int nth =
        side == Side.BEFORE ? calls.merge(call, 1, Integer::sum) : calls.getOrDefault(call, 0);
    Point here = new Point(side, call, Math.max(1, nth));
    if (struck || !here.equals(fault.point())) {
      return;
    }
    struck = true;
    Duration later = fault.goesOnAfter();
    if (later == null) {
      throw new InvocationDied(here);
    }
    timeline.after(later, this::goOn);
    lab.release();
    function.acquireUninterruptibly();
  }

  boolean hasStruck() {
    return struck;
  }

  private void goOn() {
    function.release();
    lab.acquireUninterruptibly();
    if (failure instanceof Error bug && !(bug instanceof InvocationDied)) {
      throw bug;
    }
  }

  private void work(Callable<JsonNode> work) {
    try {
      Invocations.CURRENT.set(this);
      reach(Side.BEFORE, Point.WORK);
      answer = work.call();
      reach(Side.AFTER, Point.WORK);
    } catch (Throwable e) {
      failure = e;
    } finally {
      lab.release();
    }
  }

  private JsonNode answer() throws LambdaError {
    Throwable thrown = failure;
    JsonNode given = answer;
    if (thrown instanceof LambdaError error) {
      throw error;
    } else if (thrown instanceof InvocationDied) {
      throw LambdaError.crashed();
    } else if (thrown instanceof Error bug) {
      throw bug;
    } else if (thrown instanceof RuntimeException wrong) {
      throw wrong;
    } else if (struck || given == null) {
      throw new LambdaError(
          "Lambda.Unknown", "The cause could not be determined.", LambdaErrorKind.SERVICE);
    }
    return given;
  }
}
