package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.rule.Breach;
import io.github.keymend.lab.explore.rule.Rule;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Read;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.explore.stage.RememberedBreaker;
import io.github.keymend.lab.explore.stage.Witness;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.sns.Published;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tells everything to every witness; the rules are among them. */
final class Jury implements Witness {
  private final List<Witness> witnesses;
  private final List<Rule> rules;

  Jury(List<Witness> witnesses, List<Rule> rules) {
    this.witnesses = List.copyOf(witnesses);
    this.rules = List.copyOf(rules);
  }

  List<Breach> breaches() {
    return rules.stream().flatMap(rule -> rule.breaches().stream()).toList();
  }

  boolean isBroken() {
    for (Rule rule : rules) {
      for (Breach breach : rule.breaches()) {
        if (!breach.unavoidable()) {
          return true;
        }
      }
    }
    return false;
  }

  void end() {
    rules.forEach(Rule::end);
  }

  private void tell(Consumer<Witness> what) {
    for (Witness witness : witnesses) {
      what.accept(witness);
    }
  }

  @Override
  public void performed(int store, Action action) {
    tell(each -> each.performed(store, action));
  }

  @Override
  public void read(Read read) {
    tell(each -> each.read(read));
  }

  @Override
  public void act(ActCall call) {
    tell(each -> each.act(call));
  }

  @Override
  public void remembered(Remembered change) {
    tell(each -> each.remembered(change));
  }

  @Override
  public void breaker(RememberedBreaker change) {
    tell(each -> each.breaker(change));
  }

  @Override
  public void changed(StateChange change) {
    tell(each -> each.changed(change));
  }

  @Override
  public void published(Published message) {
    tell(each -> each.published(message));
  }

  @Override
  public void foreign(ForeignCall call) {
    tell(each -> each.foreign(call));
  }

  @Override
  public void delivered(ForeignCall call, String execution) {
    tell(each -> each.delivered(call, execution));
  }

  @Override
  public void commanded(String id, String command, String execution, Instant at) {
    tell(each -> each.commanded(id, command, execution, at));
  }

  @Override
  public void failed(String text) {
    tell(each -> each.failed(text));
  }

  @Override
  public void denied(String function, String action) {
    tell(each -> each.denied(function, action));
  }

  @Override
  public void entered(String execution, String state) {
    tell(each -> each.entered(execution, state));
  }

  @Override
  public void ended(String execution, String status) {
    tell(each -> each.ended(execution, status));
  }
}
