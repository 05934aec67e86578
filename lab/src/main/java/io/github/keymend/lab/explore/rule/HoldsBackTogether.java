package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.lab.explore.history.Setup;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.explore.stage.RememberedBreaker;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.sns.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rule 15: when three stores or more, and half of them, begin to fail within 15 minutes, none is disconnected until a person
 * says so or they are well; a person is told of it, and it ends.
 */
public final class HoldsBackTogether extends Rule {
  private static final int FEWEST = 3;
  private static final Duration TOGETHER = Duration.ofMinutes(15);

  /** Longer than an invocation may lie between what it reads of the stores and what it decides by it. */
  private static final Duration IN_ONE_INVOCATION = Duration.ofMinutes(3);

  private final Heard heard = new Heard();
  private final Map<Long, Long> firstWrite = new HashMap<>();
  private final Map<String, Instant> diagnosed = new HashMap<>();
  private final Map<String, Instant> failedAt = new HashMap<>();
  private final List<Published> messages = new ArrayList<>();
  private final Map<String, Instant> resets = new HashMap<>();
  private final Map<Breaker, Instant> opening = new HashMap<>();
  private final Map<String, Instant> toTell = new HashMap<>();
  private final Map<String, Instant> outOfService = new HashMap<>();
  private Instant lastReset = Instant.MIN;
  private @Nullable Instant openedAt;
  private long opened;
  private long writes;

  /** For one history. */
  public HoldsBackTogether() {
    super("15 holds back together");
  }

  @Override
  public void commanded(String customKeyStoreId, String command, String execution, Instant at) {
    heard.commanded(customKeyStoreId, command, execution, at);
    if (command.equals("reset") && customKeyStoreId.isEmpty()) {
      lastReset = at;
      resets.put(execution, at);
    }
  }

  @Override
  public void ended(String execution, String status) {
    Instant given = resets.get(execution);
    Instant since = openedAt;
    if (given != null && status.equals("SUCCEEDED") && since != null && since.isBefore(given)) {
      broken("a reset was carried out, and the breaker is open as before");
    }
  }

  @Override
  public void published(Published message) {
    messages.add(message);
  }

  @Override
  public void remembered(Remembered change) {
    heard.remembered(change);
    firstWrite.putIfAbsent(change.invocation().number(), ++writes);
    Seen seen = change.after().seen();
    if (seen != null && seen.is(ConnectionState.FAILED)) {
      failedAt.put(change.after().customKeyStoreId(), change.at());
    }
    if (change.invocation().function().equals("DiagnoseFunction")) {
      change.invocation().execution().ifPresent(by -> diagnosed.put(by, change.at()));
    }
  }

  @Override
  public void breaker(RememberedBreaker change) {
    Breaker before = change.before();
    Breaker after = change.after();
    if (!before.isOpen() && after.isOpen()) {
      opened = ++writes;
      openedAt = change.at();
      opening.put(after, change.at());
      mayOpen(change.at());
    } else if (before.isOpen() && !after.isOpen()) {
      mayClose(before);
      openedAt = null;
      toTell.put(before.thread(), change.at());
    }
  }

  private void mayOpen(Instant at) {
    long known =
        stage().stores().stream().flatMap(id -> stage().item(id).stream()).count();
    long failing = failedAt.values().stream()
        .filter(failed -> !failed.isBefore(at.minus(TOGETHER)))
        .count();
    if (failing < FEWEST || 2 * failing < known) {
      broken("the breaker was opened for " + failing + " stores of " + known);
    }
  }

  /** By a reset that was given since, or where every store that it was open for is CONNECTED again or gone. */
  private void mayClose(Breaker before) {
    Instant since = before.openedAt();
    boolean reset = since != null && !lastReset.isBefore(since);
    boolean old = !stage().aws().kms().switches().staleness().isZero();
    if (!reset
        && !old
        && !before.held().stream().allMatch(held -> isBack(held.customKeyStoreId()))) {
      broken("the breaker was closed while a store that it was open for is down");
    }
  }

  private boolean isBack(String id) {
    io.github.keymend.lab.kms.ConnectionState state =
        stage().aws().kms().store(id).map(StoreView::state).orElse(null);
    return state == null
        || state == io.github.keymend.lab.kms.ConnectionState.CONNECTED
        // Failed again, or taken down, after two looks had shown it well: what comes of that is
        // another matter.
        || outOfService
            .getOrDefault(id, Instant.MIN)
            .isAfter(stage().timeline().now().minus(TOGETHER));
  }

  @Override
  public void changed(StateChange change) {
    if (change.from() == io.github.keymend.lab.kms.ConnectionState.CONNECTED) {
      outOfService.put(change.storeId(), change.at());
    }
  }

  @Override
  public void act(ActCall call) {
    if (call.act() != Act.DISCONNECT || stage().stores().size() < Setup.FLEET) {
      return;
    }
    Instant since = openedAt;
    if (since != null) {
      long began = firstWrite.getOrDefault(call.invocation().number(), Long.MAX_VALUE);
      if (began > opened && !isWanted(call, since)) {
        broken("disconnected a store while the account's breaker was open");
      }
    } else if (mustBeOpen(call)) {
      broken("disconnected one of many stores that had begun to fail together");
    }
  }

  /** A person who names one store after the opening has looked at it. */
  private boolean isWanted(ActCall call, Instant since) {
    return heard.commandsBefore(call.invocation(), call.customKeyStoreId()).stream()
        .anyMatch(given -> Heard.LEAVES.contains(given.command()) && given.at().isAfter(since));
  }

  /** Whether this repair's last diagnosis had to open it. */
  private boolean mustBeOpen(ActCall call) {
    Instant asked = diagnosed.getOrDefault(call.invocation().execution().orElse(""), Instant.MIN);
    List<StoreItem> items = stage().stores().stream()
        .flatMap(id -> stage().item(id).stream())
        .filter(item -> item.missingSince() == null)
        .toList();
    long failing = items.stream()
        .map(StoreItem::incident)
        .filter(incident -> incident != null && isBeginning(incident, asked))
        .count();
    return failing >= FEWEST && 2 * failing >= stage().stores().size();
  }

  private boolean isBeginning(Incident incident, Instant asked) {
    Instant began = incident.openedAt();
    return incident.opening() == Opening.FAILED
        && began.isAfter(asked.minus(TOGETHER))
        && began.isAfter(lastReset)
        && began.isBefore(asked.minus(IN_ONE_INVOCATION));
  }

  @Override
  public void end() {
    toTell.forEach((thread, since) -> {
      boolean told = messages.stream()
          .anyMatch(message -> !message.at().isBefore(since)
              && thread.equals(message.request().attributes().get("threadKey")));
      if (!told) {
        broken("nobody was told that the breaker was closed at " + since);
      }
    });
    opening.forEach((breaker, since) -> {
      if (messages.stream().noneMatch(message -> tellsOf(message, breaker))) {
        broken("nobody was told that the breaker was opened at " + since);
      }
    });
    Breaker breaker = stage().breaker();
    if (breaker.isOpen()
        && breaker.held().stream().allMatch(held -> isWell(held.customKeyStoreId()))) {
      broken("in the end the breaker is open, and all stores that it is open for are well");
    }
    for (String id : stage().stores()) {
      Incident incident = stage().item(id).map(StoreItem::incident).orElse(null);
      Parked parked = incident == null ? null : incident.parked();
      if (!breaker.isOpen() && parked != null && parked.reason() == ParkReason.BREAKER_OPEN) {
        broken("in the end an incident rests for the breaker, which is closed");
      }
    }
  }

  /** In its thread, as an opening, with every store that it was opened for. */
  private static boolean tellsOf(Published message, Breaker breaker) {
    Map<String, String> attributes = message.request().attributes();
    return breaker.thread().equals(attributes.get("threadKey"))
        && Kind.BREAKER_OPENED.name().equals(attributes.get("kind"))
        && breaker.held().stream()
            .allMatch(held -> message.request().message().contains(held.customKeyStoreId()));
  }

  private boolean isWell(String id) {
    io.github.keymend.lab.kms.ConnectionState state =
        stage().aws().kms().store(id).map(StoreView::state).orElse(null);
    boolean open = stage().item(id).map(StoreItem::incident).isPresent();
    return !open && (state == null || state == io.github.keymend.lab.kms.ConnectionState.CONNECTED);
  }
}
