package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.sns.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rule 6: never silent: every turn of an incident is written down with it, and everything written is sent. */
public final class NeverSilent extends Rule {
  private static final Duration FIRST_REMINDER = Duration.ofMinutes(70);
  private static final Set<ParkReason> QUIET =
      Set.of(ParkReason.CONTINUES_LATER, ParkReason.STOPPED, ParkReason.BREAKER_OPEN);
  private final Map<String, Instant> written = new LinkedHashMap<>();
  private final Set<String> sent = new HashSet<>();
  private final Set<String> reminded = new HashSet<>();
  private final List<Published> ofTheAccount = new ArrayList<>();
  private final Map<String, Instant> failed = new HashMap<>();

  /** For one history. */
  public NeverSilent() {
    super("6 never silent");
  }

  @Override
  public void remembered(Remembered change) {
    StoreItem before = change.before();
    StoreItem after = change.after();
    for (Message message : after.outbox()) {
      written.putIfAbsent(message.id(), change.at());
    }
    Incident was = before.incident();
    Incident is = after.incident();
    if (was != null && is == null) {
      boolean told = after.outbox().stream()
          .anyMatch(message -> message.thread().equals(was.id())
              && (message.kind() == Kind.RECOVERED || message.kind() == Kind.GONE));
      if (!told) {
        broken("an incident was closed without a word");
      }
    }
    Parked rest = is == null ? null : is.parked();
    Parked rested = was == null ? null : was.parked();
    boolean parkedNow = rest != null && (rested == null || !rested.at().equals(rest.at()));
    if (is != null && rest != null && parkedNow && !QUIET.contains(rest.reason())) {
      boolean told = after.outbox().stream()
          .anyMatch(
              message -> message.thread().equals(is.id()) && !before.outbox().contains(message));
      if (!told) {
        broken("an incident was parked (" + rest.reason() + ") without a word");
      }
    }
  }

  @Override
  public void act(ActCall call) {
    Incident incident =
        stage().item(call.customKeyStoreId()).map(StoreItem::incident).orElse(null);
    if (call.act() == Act.DISCONNECT
        && incident != null
        && incident.told().stream().noneMatch(written::containsKey)) {
      broken("disconnected before anything was said of the incident");
    }
  }

  @Override
  public void published(Published message) {
    Map<String, String> attributes = message.request().attributes();
    sent.add(attributes.getOrDefault("messageId", ""));
    if (attributes.getOrDefault("threadKey", "").startsWith("account")) {
      ofTheAccount.add(message);
    }
    if (Kind.REMINDER.name().equals(attributes.get("kind"))) {
      reminded.add(attributes.getOrDefault("threadKey", ""));
    }
  }

  @Override
  public void end() {
    written.keySet().stream()
        .filter(id -> !sent.contains(id))
        .findFirst()
        .ifPresent(id -> broken("in the end a message was never sent: " + id));
    for (String id : stage().stores()) {
      StoreItem item = stage().item(id).orElse(null);
      Incident incident = item == null ? null : item.incident();
      ConnectionState state =
          stage().aws().kms().store(id).map(StoreView::state).orElse(null);
      if (state == ConnectionState.FAILED && incident == null) {
        broken("in the end the store is FAILED, and there is no incident");
      }
      if (item != null && incident != null) {
        atRest(item, incident);
      }
    }
  }

  /** Whether it was sent since the store has failed last, and names it. */
  private boolean speaksOf(Published message, String id) {
    return message.request().message().contains(id)
        && !message.at().isBefore(failed.getOrDefault(id, Instant.MIN));
  }

  @Override
  public void changed(StateChange change) {
    if (change.to() == ConnectionState.FAILED) {
      failed.put(change.storeId(), change.at());
    }
  }

  private void atRest(StoreItem item, Incident incident) {
    Parked parked = incident.parked();
    if (parked == null) {
      broken("in the end an incident is neither closed nor parked");
    } else if (parked.reason().awaitsPerson()
        && item.people().stoppedAt() == null
        && parked.at().plus(FIRST_REMINDER).isBefore(stage().timeline().now())
        && !reminded.contains(incident.id())) {
      broken("a person was awaited since " + parked.at() + " and was not reminded");
    }
    // Of what the account's breaker holds back, the account's message speaks.
    boolean spoken = parked != null
        && parked.reason() == ParkReason.BREAKER_OPEN
        && ofTheAccount.stream().anyMatch(message -> speaksOf(message, item.customKeyStoreId()));
    boolean silent = !spoken && incident.told().stream().noneMatch(sent::contains);
    if (silent && item.people().stoppedAt() == null) {
      broken("in the end nobody has heard of an open incident");
    }
  }
}
