package io.github.keymend.lab.explore.rule;

import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.kms.StoreView;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rule 16: what keymend takes for the state and the code of a store is what KMS shows of this store. */
public final class ReadsWhatIsThere extends Rule {
  /** For one history. */
  public ReadsWhatIsThere() {
    super("16 reads what is there");
  }

  @Override
  public void read(Read read) {
    StoreView there = stage().aws().kms().store(read.customKeyStoreId()).orElse(null);
    if (there == null || !read.age().equals(Duration.ZERO)) {
      return;
    }
    @Nullable String state = read.state() == null ? null : read.state().name();
    if (!there.state().name().equals(state) || !Objects.equals(there.errorCode(), read.code())) {
      broken("took a store that is " + there.state() + " " + there.errorCode() + " for one that is "
          + state + " " + read.code());
    }
  }
}
