package io.github.keymend.step;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.BreakerLetters;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.rule.Breaking;
import io.github.keymend.port.BreakerItem.Change;
import io.github.keymend.port.TransientException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The account's circuit breaker, as the steps use it. */
final class AccountBreaker {
  private AccountBreaker() {}

  /** Opens or closes it by what is remembered of all stores: how it stands then. */
  static Breaker judge(World world, Collection<StoreItem> items) {
    Instant now = world.clock().instant();
    Breaking breaking = breaking(world);
    return world.breaker().change(breaker -> {
      Breaker judged = breaking.judge(breaker, items, now);
      return new Change<>(judged, judged);
    });
  }

  /** Carries out a person's reset. */
  static void reset(World world, Trigger.Commanded given) {
    Instant now = world.clock().instant();
    Breaking breaking = breaking(world);
    world.breaker().change(breaker -> new Change<>(breaking.reset(breaker, given, now), true));
  }

  /**
   * Sends what is written and unsent, unless another invocation is at it: several repairs tell at the same time.
   *
   * @return how many messages were sent
   * @throws TransientException where one was not taken, after the others were sent
   */
  static int tell(World world) {
    Instant now = world.clock().instant();
    if (!world.breaker().find().isUntold(now)) {
      return 0;
    }
    List<Message> messages = world
        .breaker()
        .change(breaker -> breaker.isUntold(now)
            ? new Change<>(breaker.telling(now), breaker.outbox())
            : new Change<>(breaker, List.of()));
    if (messages.isEmpty()) {
      return 0;
    }
    List<String> sent = new ArrayList<>();
    TransientException notTaken = null;
    for (Message message : messages) {
      try {
        world.messenger().send(message);
        sent.add(message.id());
      } catch (TransientException e) {
        notTaken = e;
      }
    }
    world.breaker().change(breaker -> new Change<>(breaker.told(sent), true));
    if (notTaken != null) {
      throw notTaken;
    }
    return sent.size();
  }

  private static Breaking breaking(World world) {
    return new Breaking(world.settings(), new BreakerLetters(world.letters().commands()));
  }
}
