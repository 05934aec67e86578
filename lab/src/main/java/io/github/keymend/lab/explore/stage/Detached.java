package io.github.keymend.lab.explore.stage;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Work that can be left lying half done: it has a thread of its own, but only ever one of the two threads runs, so
 * that every run is repeatable.
 */
final class Detached {
  private final Semaphore mayWork = new Semaphore(0);
  private final Semaphore mayGoOn = new Semaphore(0);
  private final Callable<?> work;
  private @Nullable Object result;
  private @Nullable Throwable failure;
  private boolean ended;
  private boolean abandoned;
  private boolean started;

  Detached(Callable<?> work) {
    this.work = work;
  }

  /** Lets the work go on until it is left lying or has ended. */
  void resume() {
    if (ended) {
      return;
    }
    if (!started) {
      started = true;
      Thread thread = new Thread(this::run, "detached");
      thread.setDaemon(true);
      thread.start();
    }
    mayWork.release();
    mayGoOn.acquireUninterruptibly();
  }

  /** Called by the work itself: leaves it lying. */
  void leave() {
    mayGoOn.release();
    mayWork.acquireUninterruptibly();
    if (abandoned) {
      throw new Died();
    }
  }

  /** Ends work that lies half done. */
  void abandon() {
    if (started && !ended) {
      abandoned = true;
      resume();
    }
  }

  boolean hasEnded() {
    return ended;
  }

  @Nullable
  Object result() {
    return result;
  }

  @Nullable
  Throwable failure() {
    return failure;
  }

  private void run() {
    mayWork.acquireUninterruptibly();
    try {
      result = work.call();
    } catch (Throwable e) {
      failure = e;
    } finally {
      ended = true;
      mayGoOn.release();
    }
  }
}
