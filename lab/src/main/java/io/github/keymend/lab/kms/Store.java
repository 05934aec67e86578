package io.github.keymend.lab.kms;

import io.github.keymend.lab.clock.Scheduled;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One store as KMS knows it, and everything that Describe ever could have shown of it. */
final class Store {
  final StoreFaults faults;
  private final StoreHistory history = new StoreHistory();
  private StoreView view;
  private Instant since;
  private @Nullable Scheduled transition;
  private boolean deleted;

  Store(StoreView created) {
    this.view = created;
    this.since = created.created();
    this.faults = new StoreFaults(created.type());
    history.add(since, created);
  }

  String id() {
    return view.id();
  }

  StoreView view() {
    return view;
  }

  ConnectionState state() {
    return view.state();
  }

  /** Since when it has been in its state. */
  Instant since() {
    return since;
  }

  boolean isDeleted() {
    return deleted;
  }

  /** What a reader saw who looked at {@code instant}; empty before it was created and after it was deleted. */
  Optional<StoreView> asOf(Instant instant) {
    return history.asOf(instant);
  }

  /** Enters {@code state}; whatever was under way ends here. */
  void enter(Instant now, ConnectionState state, @Nullable String code) {
    endTransition();
    since = now;
    show(now, new StoreView(view.id(), view.name(), state, code, view.created(), view.backing()));
  }

  /** What ends the transition that has just begun. */
  void transition(Scheduled end) {
    transition = end;
  }

  void rename(Instant now, String name) {
    show(
        now,
        new StoreView(
            view.id(), name, view.state(), view.errorCode(), view.created(), view.backing()));
  }

  void back(Instant now, Backing backing) {
    show(
        now,
        new StoreView(
            view.id(), view.name(), view.state(), view.errorCode(), view.created(), backing));
  }

  void delete(Instant now) {
    endTransition();
    deleted = true;
    history.add(now, null);
  }

  private void show(Instant now, StoreView changed) {
    view = changed;
    history.add(now, changed);
  }

  private void endTransition() {
    if (transition != null) {
      transition.cancel();
      transition = null;
    }
  }
}
