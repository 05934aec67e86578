package io.github.keymend.lab.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads the body of one request as it comes in, holding no thread while nothing comes. It ends in exactly one way, and late
 * is late however busily the sender drips.
 */
final class Arrival {
  /** Larger than the largest payload of any service, which is Lambda's. */
  static final int MAX_BYTES = 6_500_000;

  /** What is read and thrown away, so that the sender is there to hear the answer. */
  private static final long MAX_DRAINED = 100_000_000;

  private final Content.Source body;
  private final RequestHandler handler;
  private final Exchange exchange;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final Scheduler.Task alarm;
  private long total;

  private Arrival(Request request, RequestHandler handler, Exchange exchange, Duration patience) {
    this.body = request;
    this.handler = handler;
    this.exchange = exchange;
    Components components = request.getComponents();
    Runnable late = () -> end(() -> handler.late(exchange));
    // Not on the scheduler's own thread: who has to wait for an answer there delays all others.
    this.alarm = components
        .getScheduler()
        .schedule(
            () -> components.getExecutor().execute(late),
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Hands the body of {@code request} to {@code handler} once it is whole, or tells it that it will not be. */
  static void await(Request request, RequestHandler handler, Exchange exchange, Duration patience) {
    new Arrival(request, handler, exchange, patience).read();
  }

  private void read() {
    for (Content.Chunk chunk = body.read(); chunk != null; chunk = body.read()) {
      if (Content.Chunk.isFailure(chunk)) {
        end(exchange::abandon);
        return;
      }
      take(chunk.getByteBuffer());
      chunk.release();
      if (chunk.isLast() || total > MAX_DRAINED) {
        end(this::arrived);
        return;
      }
    }
    if (!ended.get()) {
      body.demand(this::read);
    }
  }

  private void take(ByteBuffer bytes) {
    total += bytes.remaining();
    if (total <= MAX_BYTES) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      read.writeBytes(copy);
    } else {
      read.reset();
    }
  }

  private void arrived() {
    if (total <= MAX_BYTES) {
      handler.whole(exchange, read.toByteArray());
    } else {
      handler.tooLarge(exchange);
    }
  }

  private void end(Runnable way) {
    if (ended.compareAndSet(false, true)) {
      alarm.cancel();
      way.run();
    }
  }
}
