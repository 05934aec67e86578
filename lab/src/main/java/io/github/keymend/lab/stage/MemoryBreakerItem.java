package io.github.keymend.lab.stage;

import io.github.keymend.aws.ItemJson;
import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.TransientException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers the account's breaker in memory, as the text that the table would hold. */
public final class MemoryBreakerItem implements BreakerItem {
  /** As many as the table's adapter makes. */
  private static final int MOST_TRIES = 10;

  private @Nullable String text;

  @Override
  public synchronized Breaker find() {
    return text == null ? Breaker.CLOSED : ItemJson.readBreaker(text);
  }

  @Override
  public synchronized <R> R change(Function<Breaker, Change<R>> change) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String read = text;
      Breaker before = find();
      Change<R> next = change.apply(before);
      if (next.breaker().equals(before)) {
        return next.result();
      }
      // A change may be interrupted by another writer of the same thread.
      if (Objects.equals(read, text)) {
        text = ItemJson.write(next.breaker());
        return next.result();
      }
    }
    throw new TransientException("others kept writing the item of the breaker");
  }
}
