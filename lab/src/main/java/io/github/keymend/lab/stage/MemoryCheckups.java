package io.github.keymend.lab.stage;

import io.github.keymend.aws.ItemJson;
import io.github.keymend.domain.checkup.Checkup;
import io.github.keymend.port.Checkups;
import org.jspecify.annotations.Nullable;

/** Remembers the daily look in memory, as the text that the table would hold. */
public final class MemoryCheckups implements Checkups {
  private @Nullable String item;

  @Override
  public synchronized Checkup read() {
    return item == null ? Checkup.NONE : ItemJson.readCheckup(item);
  }

  @Override
  public synchronized boolean replace(Checkup read, Checkup next) {
    if (!read().equals(read)) {
      return false;
    }
    item = ItemJson.write(next);
    return true;
  }
}
