package io.github.keymend.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Commands;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.rule.Acts;
import io.github.keymend.domain.rule.Claiming;
import io.github.keymend.domain.rule.Deadline;
import io.github.keymend.domain.rule.Decide;
import io.github.keymend.domain.rule.Decision;
import io.github.keymend.domain.rule.Diagnose;
import io.github.keymend.domain.rule.Diagnosis;
import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Next;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.domain.rule.Settling;
import io.github.keymend.domain.rule.Sweeping;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.StoreType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of a {@link Story}, the steps of the workflow that answer something, and what Then looks at. */
abstract class Steps {
  /** When every story begins. */
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** Another user of the account. */
  public static final String ALICE = "arn:aws:iam::111122223333:user/alice";

  private static final String MACHINE =
      "arn:aws:states:eu-central-1:111122223333:stateMachine:keymend";

  final Letters letters = new Letters(new Commands(MACHINE));
  final Identity identity;
  StoreItem item;
  Breaker breaker = Breaker.CLOSED;
  Settings settings = new Settings(Mode.REPAIR, Set.of(), 3, Map.of());

  @Nullable
  List<SecretVersion> versions;

  Instant now = START;
  Instant startedAt = START;
  String execution = "repair-1";
  int heard;

  Steps(StoreType type, String backing) {
    identity = new Identity("cks-1234567890abcdef0", "payments", type, backing);
    item = StoreItem.of(identity);
  }

  /** An execution asks for the claim; whether it got it, rather than leaving a note. */
  public boolean opens(String by, Trigger trigger, OwnerStatus owner) {
    Claiming.Opened opened = Claiming.open(item, trigger, by, owner, settings, letters, now);
    item = opened.item();
    if (opened.claimed()) {
      execution = by;
      startedAt = now;
    }
    return opened.claimed();
  }

  /** The sweep or an event starts a repair; whether it got the claim. */
  public boolean opens(String by, OwnerStatus owner) {
    return opens(by, new Trigger.Plain(by), owner);
  }

  /** Decides, as after a look. */
  public Next decides() {
    Decision decision = Decide.after(item, settings, new Deadline(startedAt), 0, now);
    item = decision.item();
    return decision.next();
  }

  /** Diagnoses the open incident. */
  public Diagnosis diagnoses() {
    Diagnosis diagnosis =
        new Diagnose(settings, letters).of(item, versions, breaker, new Deadline(startedAt), now);
    item = diagnosis.item();
    return diagnosis;
  }

  /** Decides and diagnoses a failure or a wish to connect. */
  public Diagnosis decidesAndDiagnoses() {
    assertThat(decides()).isEqualTo(new Next.Diagnose());
    return diagnoses();
  }

  /** Writes the intent of an act of the attempt under way; whether it may go on. */
  public boolean intends(Act act) {
    return intends(act, attempt().number());
  }

  /** Writes the intent of an act of this attempt; whether it may go on. */
  public boolean intends(Act act, int attempt) {
    StoreItem next = Acts.intend(item, act, attempt, idOf(act, attempt), settings, breaker, now);
    item = next == null ? item : next;
    return next != null;
  }

  /** Confirms an act after the last look before it; whether the call is to be made. */
  public boolean confirms(Act act) {
    StoreItem next = Acts.confirm(item, act, settings, breaker, now);
    item = next == null ? item : next;
    return next != null;
  }

  private String idOf(Act act, int attempt) {
    return Intent.id(item.fence(), attempt, act);
  }

  /** Parks; whether it could, rather than finding an unread note. */
  public boolean parks(ParkReason reason) {
    return parks(reason, "");
  }

  /** Parks with a detail; whether it could, rather than finding an unread note. */
  public boolean parks(ParkReason reason, String detail) {
    StoreItem next = Settling.park(item, reason, null, detail, letters, now);
    item = next == null ? item : next;
    return next != null;
  }

  /** Closes; whether it could, rather than finding an unread note. */
  public boolean closes(boolean gone) {
    Settling.Closed closed = Settling.close(item, gone, letters, now);
    item = closed == null ? item : closed.item();
    return closed != null;
  }

  /** What the sweep does about the store. */
  public Sweeping.Verdict sweeps(OwnerStatus owner) {
    return Sweeping.judge(item, owner, false, settings, breaker, now);
  }

  /** What the sweep does about the store, where its secret has a version that may be tried. */
  public Sweeping.Verdict sweepsWithFreshSecret() {
    return Sweeping.judge(item, OwnerStatus.SUCCEEDED, true, settings, breaker, now);
  }

  /** The time. */
  public Instant now() {
    return now;
  }

  /** The words. */
  public Letters letters() {
    return letters;
  }

  /** What is remembered. */
  public StoreItem item() {
    return item;
  }

  /** The execution that has the claim. */
  public String execution() {
    return execution;
  }

  /** The open incident. */
  public Incident incident() {
    return item.openIncident();
  }

  /** The attempt under way. */
  public Attempt attempt() {
    return Objects.requireNonNull(incident().attempt(), "no attempt is under way");
  }

  /** The last intent. */
  public Intent intent() {
    return Objects.requireNonNull(item.intent(), "no intent was written");
  }

  /** How the incident rests. */
  public Parked parked() {
    return Objects.requireNonNull(incident().parked(), "the incident is not parked");
  }

  /** The kinds of the messages that are written and not sent yet. */
  public List<Message.Kind> written() {
    return item.outbox().stream().map(Message::kind).toList();
  }

  /** The last message that was written and not sent yet. */
  public Message letter() {
    return item.outbox().get(item.outbox().size() - 1);
  }
}
