package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.sns.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rule 7: no store is left disconnected by us without a reconnect or a person who has been told. */
public final class NotLeftDisconnected extends Rule {
  private static final Set<String> TELLING = Set.of(
      Kind.PERSON_NEEDED.name(), Kind.GIVEN_UP.name(), Kind.REMINDER.name(), Kind.WAITING.name());
  private final Map<String, Instant> ours = new HashMap<>();
  private final Map<String, Instant> claimed = new HashMap<>();
  private boolean unbearable;
  private final List<Published> messages = new ArrayList<>();

  /** For one history. */
  public NotLeftDisconnected() {
    super("7 not left disconnected");
  }

  @Override
  public void changed(StateChange change) {
    if (change.to() == ConnectionState.DISCONNECTING) {
      boolean byUs = change.caller() != null && change.caller().arn().contains("/keymend-");
      if (byUs) {
        ours.put(change.storeId(), change.at());
      } else {
        ours.remove(change.storeId());
      }
    }
  }

  @Override
  public void foreign(ForeignCall call) {
    claimed.put(call.customKeyStoreId(), call.at());
  }

  @Override
  public void read(Read read) {
    unbearable |= read.age().compareTo(DisconnectsOnlyFailed.BEARABLE) > 0;
  }

  @Override
  public void published(Published message) {
    messages.add(message);
  }

  @Override
  public void end() {
    ours.forEach((id, since) -> {
      ConnectionState state =
          stage().aws().kms().store(id).map(StoreView::state).orElse(null);
      if (state == ConnectionState.DISCONNECTED || state == ConnectionState.DISCONNECTING) {
        judge(id, since);
      }
    });
  }

  private void judge(String id, Instant since) {
    Incident incident = stage().item(id).map(StoreItem::incident).orElse(null);
    if (incident == null) {
      left("we left the store disconnected at " + since + ", and no incident is open");
      return;
    }
    Parked parked = incident.parked();
    boolean blamed = parked != null && parked.reason() == ParkReason.IN_A_PERSONS_HANDS;
    if (blamed && claimed.getOrDefault(id, Instant.MIN).isBefore(since.minusSeconds(1))) {
      left("we disconnected the store at " + since + ", and say that somebody else did");
    }
    boolean told = messages.stream()
        .anyMatch(message -> !message.at().isBefore(since)
            && incident.id().equals(message.request().attributes().get("threadKey"))
            && TELLING.contains(message.request().attributes().get("kind")));
    if (!told) {
      left("we left the store disconnected at " + since + ", and nobody was told");
    }
  }

  private void left(String what) {
    if (unbearable) {
      unavoidable(what);
    } else {
      broken(what);
    }
  }
}
