package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.kms.StoreType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rule 3: no log-in after a rejection without an untried secret, and two rejected connects of ours at most. */
public final class SparesKmsuser extends Rule {
  private static final int MOST = 2;
  private static final Set<String> REJECTIONS = Set.of("INVALID_CREDENTIALS", "USER_LOCKED_OUT");
  private final Map<String, Account> accounts = new HashMap<>();
  private final List<Read> unwritten = new ArrayList<>();

  private static final class Account {
    private boolean known;
    private boolean connectingByUs;
    private int ours;
    private int episodes;
    private boolean apart = true;
    private Instant failedAt = Instant.MIN;
    private Instant counted = Instant.MIN;
    private final Set<String> tried = new HashSet<>();
    private @Nullable String updated;
  }

  /** For one history. */
  public SparesKmsuser() {
    super("3 spares kmsuser");
  }

  /** What a read showed is known only when its invocation has written it down. */
  @Override
  public void read(Read read) {
    unwritten.add(read);
  }

  @Override
  public void remembered(Remembered change) {
    long number = change.invocation().number();
    String id = change.after().customKeyStoreId();
    if (Objects.equals(change.before().seen(), change.after().seen())) {
      return;
    }
    for (Read read : unwritten) {
      if (read.invocation().number() == number && read.customKeyStoreId().equals(id)) {
        known(read);
      }
    }
    unwritten.removeIf(
        read -> read.invocation().number() == number && read.customKeyStoreId().equals(id));
  }

  private void known(Read read) {
    Account account = account(read.customKeyStoreId());
    if (read.state() == ConnectionState.CONNECTED) {
      account.known = false;
      account.episodes = 0;
      account.tried.clear();
      account.updated = null;
    }
    boolean rejected =
        read.state() == ConnectionState.FAILED && REJECTIONS.contains(String.valueOf(read.code()));
    // An old view of a failure that was counted is no other failure.
    boolean another = !account.failedAt.equals(account.counted)
        && !read.at().minus(read.age()).isBefore(account.failedAt);
    if (rejected && account.apart && another) {
      account.known = true;
      account.updated = null;
      account.episodes++;
      account.counted = account.failedAt;
    }
    account.apart = !rejected;
  }

  @Override
  public void changed(StateChange change) {
    Account account = account(change.storeId());
    switch (change.to()) {
      case CONNECTED -> account.ours = 0;
      case CONNECTING ->
        account.connectingByUs =
            change.caller() != null && String.valueOf(change.caller().arn()).contains("/keymend-");
      case FAILED -> {
        account.failedAt = change.at();
        boolean connect = change.from() == io.github.keymend.lab.kms.ConnectionState.CONNECTING;
        if (connect
            && account.connectingByUs
            && isHsm(change.storeId())
            && REJECTIONS.contains(String.valueOf(change.errorCode()))
            && ++account.ours > MOST) {
          broken("a third connect of ours was rejected");
        }
      }
      default -> {}
    }
  }

  @Override
  public void act(ActCall call) {
    String id = call.customKeyStoreId();
    Account account = account(id);
    if (call.act() == Act.CORRECT && call.result().outcome() == Outcome.ACCEPTED) {
      String version = stage()
          .item(id)
          .map(StoreItem::incident)
          .map(each -> each.attempt())
          .map(Attempt::secretVersion)
          .orElse("");
      account.updated = account.tried.contains(version) ? null : version;
    }
    if (call.act() == Act.CONNECT && isHsm(id) && call.tookEffect()) {
      if (account.known && account.updated == null) {
        broken("connected after a rejected log-in without an untried secret");
      }
      if (account.episodes >= MOST) {
        broken("connected after " + account.episodes + " rejected connects");
      }
      if (account.updated != null) {
        account.tried.add(account.updated);
        account.updated = null;
      }
      account.apart = true;
    }
  }

  private boolean isHsm(String id) {
    return stage().setup().stores().get(stage().stores().indexOf(id)) == StoreType.AWS_CLOUDHSM;
  }

  private Account account(String id) {
    return accounts.computeIfAbsent(id, each -> new Account());
  }
}
