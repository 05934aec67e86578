package io.github.keymend.lab.scenario;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Outcome;
import io.github.keymend.lab.sns.Published;
import io.github.keymend.lab.stage.Lab;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to one store, in the order in which it happens. */
public final class Story {
  /** The rule on executions that end badly knows no kinds. */
  private static final String LAST_NET = "LAST_NET";

  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> answered = new ArrayList<>();
  private final Set<String> executions = new HashSet<>();
  private final Lab lab;
  private final String storeId;
  private int kmsCalls;
  private int secretCalls;
  private @Nullable Parked parked;
  private Instant lastActivity;

  /** Begins to listen; what was before is not told. */
  Story(Lab lab, String storeId) {
    this.lab = lab;
    this.storeId = storeId;
    this.lastActivity = lab.timeline().now();
    lab.kms().onChange(this::changed);
    lab.aws().sns().onPublished(this::said);
  }

  /** All entries so far. */
  public List<Entry> entries() {
    catchUp();
    return Collections.unmodifiableList(entries);
  }

  /** When anything last happened but reads. */
  Instant lastActivity() {
    return lastActivity;
  }

  /** A person does something that no service sees. */
  void person(String what) {
    catchUp();
    add(new Entry.Person(lab.timeline().now(), what));
  }

  /** Hears an execution. */
  void on(String arn, ExecutionEvent event) {
    catchUp();
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    if (event instanceof ExecutionEvent.StateEntered entered) {
      if (executions.add(arn)) {
        add(new Entry.Started(entered.at(), name, entered.input()));
      }
      add(new Entry.Entered(entered.at(), name, entered.state(), type(entered.state())));
    } else if (event instanceof ExecutionEvent.StateFailed failed) {
      add(new Entry.Failed(failed.at(), name, failed.state(), failed.error()));
    } else if (event instanceof ExecutionEvent.StateRetrying again) {
      add(new Entry.Retried(again.at(), name, again.state(), again.pause()));
    } else if (event instanceof ExecutionEvent.Ended ended) {
      rests();
      add(new Entry.Ended(ended.at(), name, ended.status().name()));
    }
  }

  private String type(String state) {
    AslFile file = lab.stepFunctions().executions().get(0).start().file();
    return file.state(state).getClass().getSimpleName().replace("State", "");
  }

  private void changed(StateChange change) {
    catchUp();
    var entry = new Entry.Changed(change.at(), change.to().name(), change.errorCode());
    lastActivity = change.at();
    // A call is logged when it has been answered, after the change that it made.
    (change.caller() == null ? entries : answered).add(entry);
  }

  private void said(Published message) {
    catchUp();
    rests();
    Map<String, String> attributes = message.request().attributes();
    add(new Entry.Said(
        message.at(),
        attributes.getOrDefault("kind", LAST_NET),
        attributes.getOrDefault("threadKey", ""),
        Objects.requireNonNullElse(message.request().subject(), ""),
        message.request().message()));
  }

  private void rests() {
    Incident incident = lab.item(storeId).map(StoreItem::incident).orElse(null);
    Parked now = incident == null ? null : incident.parked();
    boolean same = now != null
        && parked != null
        && now.at().equals(parked.at())
        && now.reason() == parked.reason();
    parked = now;
    if (now != null && !same) {
      add(new Entry.Rested(lab.timeline().now(), now.reason().name()));
    }
  }

  private void catchUp() {
    List<CallRecord> kms = lab.kms().calls();
    kms.subList(kmsCalls, kms.size()).forEach(this::called);
    kmsCalls = kms.size();
    List<CallRecord> secrets = lab.aws().secrets().calls();
    secrets.subList(secretCalls, secrets.size()).forEach(this::called);
    secretCalls = secrets.size();
    entries.addAll(answered);
    answered.clear();
  }

  private void called(CallRecord line) {
    Outcome outcome = line.outcome();
    String answer = outcome instanceof Outcome.Refused refused
        ? refused.type()
        : outcome instanceof Outcome.Lost ? "lost" : "accepted";
    entries.add(new Entry.Called(
        line.at(),
        line.call().caller().name(),
        line.call().caller().name().startsWith("keymend-"),
        line.call().operation(),
        line.call().detail(),
        answer));
  }

  private void add(Entry entry) {
    entries.add(entry);
    lastActivity = entry.at();
  }
}
