package io.github.keymend.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.rule.Diagnosis;
import io.github.keymend.domain.rule.Hearing;
import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Next;
import io.github.keymend.domain.rule.Outcomes;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.rule.Reminding;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.domain.rule.Settling;
import io.github.keymend.domain.rule.Sighting;
import io.github.keymend.domain.rule.Sweeping;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One store's story, told look by look and act by act: the domain as the workflow uses it, on a clock that only the
 * test moves. It begins on 1 March 2026 at 10:00 UTC, with nothing remembered and Mode repair.
 */
public final class Story extends Steps {
  private Story(StoreType type, String backing) {
    super(type, backing);
  }

  /** A store on a CloudHSM cluster. */
  public static Story cloudHsm() {
    return new Story(StoreType.AWS_CLOUDHSM, "CloudHSM cluster cluster-1a23b4cdefg");
  }

  /** A store behind an external key store proxy. */
  public static Story external() {
    return new Story(StoreType.EXTERNAL_KEY_STORE, "proxy https://xks.example.com");
  }

  /** Mode observe. */
  public Story observing() {
    settings =
        new Settings(Mode.OBSERVE, settings.stores(), settings.attempts(), settings.secrets());
    return this;
  }

  /** Mode repair. */
  public Story repairing() {
    settings =
        new Settings(Mode.REPAIR, settings.stores(), settings.attempts(), settings.secrets());
    return this;
  }

  /** Only another store is in keymend's care. */
  public Story outOfCare() {
    settings =
        new Settings(settings.mode(), Set.of("cks-other"), settings.attempts(), settings.secrets());
    return this;
  }

  /** The operator excludes this store. */
  public Story excluded() {
    settings = new Settings(
        settings.mode(),
        settings.stores(),
        Set.of(identity.customKeyStoreId()),
        settings.attempts(),
        settings.secrets());
    return this;
  }

  /** The operator excludes no store any more. */
  public Story included() {
    settings =
        new Settings(settings.mode(), settings.stores(), settings.attempts(), settings.secrets());
    return this;
  }

  /** The failure that was seen has opened an incident. */
  public Story hasIncident() {
    assertThat(decides()).isEqualTo(new Next.Diagnose());
    return this;
  }

  /** The account's breaker opens. */
  public Story breakerOpens() {
    breaker = breaker.open(now, List.of());
    return this;
  }

  /** A person resets the account's breaker. */
  public Story breakerReset() {
    breaker = breaker.reset(now, "reset-" + heard++);
    return this;
  }

  /** So many attempts for each incident at most. */
  public Story attempts(int most) {
    settings = new Settings(settings.mode(), settings.stores(), most, settings.secrets());
    return this;
  }

  /** A secret is named for the store, and has no version yet. */
  public Story secretNamed() {
    versions = new ArrayList<>();
    return this;
  }

  /** Somebody puts a new version into the named secret now. */
  public Story secretVersion(String id) {
    List<SecretVersion> more = versions == null ? new ArrayList<>() : new ArrayList<>(versions);
    more.replaceAll(each -> new SecretVersion(each.versionId(), each.createdAt(), false));
    more.add(new SecretVersion(id, now, true));
    versions = more;
    return this;
  }

  /** Time passes. */
  public Story after(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Seconds pass. */
  public Story seconds(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  /** Minutes pass. */
  public Story minutes(long minutes) {
    return after(Duration.ofMinutes(minutes));
  }

  /** A look that shows this state, without a code. */
  public Story sees(ConnectionState state) {
    return sees(state, null);
  }

  /** A look that shows FAILED with this code. */
  public Story seesFailed(String code) {
    return sees(ConnectionState.FAILED, new ConnectionErrorCode(code));
  }

  /** Two looks 10 seconds apart that show FAILED with this code. */
  public Story seesFailedTwice(String code) {
    return seesFailed(code).seconds(10).seesFailed(code);
  }

  private Story sees(ConnectionState state, @Nullable ConnectionErrorCode code) {
    item = Sighting.of(item, new KeyStore(identity, state, code), now);
    return this;
  }

  /** An unfiltered list of all stores lacks this one. */
  public Story seesItMissing() {
    item = Sighting.missing(item, now);
    return this;
  }

  /** A command is heard. */
  public Story commanded(Command command) {
    return hears(command(command, now));
  }

  /** A command that was given now, to be heard at another time. */
  public Trigger command(Command command, Instant at) {
    return new Trigger.Commanded("command-" + heard++, command, at);
  }

  /** A call by Alice that KMS accepted now, heard at once. */
  public Story foreign(Trigger.Call call) {
    return hears(call(call, now));
  }

  /** A call by Alice that KMS refused now, heard at once. */
  public Story foreignRefused(Trigger.Call call) {
    return hears(new Trigger.ForeignCall(
        "event-" + heard++, call, now, ALICE, "CustomKeyStoreInvalidStateException"));
  }

  /** A call by Alice that KMS accepted then. */
  public Trigger call(Trigger.Call call, Instant at) {
    return new Trigger.ForeignCall("event-" + heard++, call, at, ALICE, null);
  }

  /** A trigger is heard. */
  public Story hears(Trigger trigger) {
    item = Hearing.of(item, trigger, settings, letters, now);
    return this;
  }

  /** The notes are read. */
  public Story readsNotes() {
    item = Hearing.notes(item, settings, letters, now);
    return this;
  }

  /** A repair that has the claim. */
  public Story repair(String by) {
    assertThat(opens(by, OwnerStatus.SUCCEEDED)).isTrue();
    return this;
  }

  /** What became of an act. */
  public Story ends(Act act, Outcome outcome) {
    return ends(act, outcome, null);
  }

  /** KMS refused an act. */
  public Story refused(Act act, String error) {
    return ends(act, Outcome.REFUSED, error);
  }

  private Story ends(Act act, Outcome outcome, @Nullable String error) {
    item = Outcomes.of(item, act, intent().id(), outcome, error, now);
    return this;
  }

  /** Makes an act, all of it, and KMS accepts. */
  public Story makes(Act act) {
    return calls(act).ends(act, Outcome.ACCEPTED);
  }

  /** Makes the call of an act, and nothing is known of its outcome. */
  public Story calls(Act act) {
    assertThat(intends(act)).as("intent of %s", act).isTrue();
    assertThat(confirms(act)).as("look before %s", act).isTrue();
    return this;
  }

  /** Does what was decided or diagnosed, where that is to park. */
  public Story rests(@Nullable ParkReason reason, @Nullable Instant due) {
    StoreItem next = Settling.park(item, Objects.requireNonNull(reason), due, "", letters, now);
    item = Objects.requireNonNull(next, "an unread note");
    return this;
  }

  /** The sweep writes a reminder where one is due. */
  public Story reminds() {
    item = Reminding.of(item, letters, now);
    return this;
  }

  /** The sweep parks because repairs come to nothing. */
  public Story givesUp() {
    item = Sweeping.noProgress(item, OwnerStatus.BROKEN, letters, now);
    return this;
  }

  /** FAILED by two looks, diagnosed, disconnected by us, and seen DISCONNECTED. */
  public Story disconnectedByUs(String code) {
    seesFailedTwice(code);
    Diagnosis diagnosis = decidesAndDiagnoses();
    after(diagnosis.pause()).seesFailed(code);
    return makes(Act.DISCONNECT).seconds(5).sees(ConnectionState.DISCONNECTED);
  }

  /** The same, corrected where owed, connected by us with KMS accepting. */
  public Story connectedByUs(String code) {
    disconnectedByUs(code);
    if (attempt().owesCorrection()) {
      makes(Act.CORRECT).seconds(5).sees(ConnectionState.DISCONNECTED);
    }
    return makes(Act.CONNECT);
  }

  /** Everything written is sent. */
  public Story sends() {
    item = item.withOutbox(List.of());
    return this;
  }

  /** Changes what is remembered. */
  public Story remembers(StoreItem next) {
    item = next;
    return this;
  }
}
