package io.github.keymend.lab.explore.full;

import io.github.keymend.lab.door.Wire;
import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A wire below an SDK client, at which what the client sends can be seen, and what it is answered next can be set. */
final class Tap implements Wire {
  private final Wire wire;
  private @Nullable WireRequest last;
  private @Nullable Supplier<WireResponse> prepared;

  Tap(Wire wire) {
    this.wire = wire;
  }

  @Override
  public WireResponse send(WireRequest request) {
    last = request;
    Supplier<WireResponse> answer = prepared;
    prepared = null;
    return answer == null ? wire.send(request) : answer.get();
  }

  /** Sends a request beside the client. */
  WireResponse beside(WireRequest request) {
    return wire.send(request);
  }

  /** The next request is answered with this. */
  void prepare(Supplier<WireResponse> answer) {
    prepared = answer;
  }

  /** What was sent last. */
  WireRequest last() {
    return Objects.requireNonNull(last, "nothing was sent");
  }
}
