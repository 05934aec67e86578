package io.github.keymend.step;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message;
import io.github.keymend.port.StoreItems.Change;
import io.github.keymend.port.TransientException;
import java.util.List;

/** Sends what is written and unsent, and marks it sent. The same message keeps its id if it must be sent again. */
final class Telling {
  private Telling() {}

  /**
   * Sends all that is unsent for one store. One message that is not taken holds up no other.
   *
   * @return how many messages were sent
   * @throws TransientException where one was not taken, after the others were sent
   */
  static int all(World world, StoreItem item) {
    TransientException notTaken = null;
    for (Message message : item.outbox()) {
      try {
        world.messenger().send(message);
        world.items().change(item.identity(), now -> Change.of(without(now, message.id()), true));
      } catch (TransientException e) {
        notTaken = e;
      }
    }
    if (notTaken != null) {
      throw notTaken;
    }
    return item.outbox().size();
  }

  private static StoreItem without(StoreItem item, String messageId) {
    List<Message> left =
        item.outbox().stream().filter(each -> !each.id().equals(messageId)).toList();
    return left.size() == item.outbox().size() ? item : item.withOutbox(left);
  }
}
