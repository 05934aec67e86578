package io.github.keymend.domain.message;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.DecisionTable;
import io.github.keymend.domain.table.Remedy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The messages of an incident that comes to rest: why, what goes on by itself, what a person is to do. */
final class ParkedLetter {
  private final Commands commands;
  private final ByHand byHand;

  ParkedLetter(Commands commands) {
    this.commands = commands;
    this.byHand = new ByHand(commands);
  }

  @Nullable
  Message write(StoreItem item, Parked parked, String detail, Instant now) {
    Incident incident = item.openIncident();
    if (isSilent(item, parked)) {
      return null;
    }
    Text text = Text.about(item);
    Cause cause = incident.cause();
    if (cause != null) {
      text.line("Cause: " + cause + ". " + meaning(item, cause));
    }
    text.line("Attempts by keymend: " + incident.attempts() + ".");
    if (!detail.isBlank()) {
      text.line("Detail: " + detail);
    }
    instructions(text, item, parked);
    String turn = "parked/" + parked.number() + "/" + parked.reason() + fact(item, parked, detail);
    return Letters.message(
        incident, turn, kind(parked), Text.subject(item, subject(parked, cause)), text, now);
  }

  /** What would make it another message of the same rest: another caller, another error. */
  private static String fact(StoreItem item, Parked parked, String detail) {
    String caller = parked.reason() == ParkReason.GRACE ? item.people().lastCallBy() : null;
    String fact = (caller == null ? "" : caller) + detail;
    return fact.isBlank() ? "" : "/" + Integer.toHexString(fact.hashCode());
  }

  /** What happens next, and what a person does. */
  void instructions(Text text, StoreItem item, Parked parked) {
    if (isDisconnectedByUs(item)) {
      text.line(
          item.ours() == Ours.OURS
              ? "keymend disconnected the store to repair it, and it is not connected again."
              : "keymend may have disconnected the store to repair it, and it is not connected again.");
    }
    String id = item.customKeyStoreId();
    text.section("Why keymend rests", why(item, parked));
    Instant due = parked.due();
    text.section(
        "keymend next",
        due == null
            ? "does nothing until the store changes, you act, or you command it."
            : "looks again at " + Text.instant(due) + " by itself.");
    Cause cause = item.openIncident().cause();
    if (parked.reason() == ParkReason.IN_A_PERSONS_HANDS
        || parked.reason() == ParkReason.DISCONNECTED_BY_WHOM) {
      text.section("When you want keymend to connect the store", commands.connect(id));
    } else if (parked.reason() == ParkReason.ONLY_A_PERSON_CONNECTS) {
      text.section("You", mend(item, cause));
      text.section(
          item.guard().isSpent()
              ? "keymend connects no more: another rejected log-in could lock kmsuser. Without keymend"
              : "Without keymend",
          byHand.steps(item, parked.state(), true));
    } else if (parked.reason() == ParkReason.NO_SECRET_NAMED) {
      text.section(
          "You",
          mend(item, cause),
          "To let keymend do it: name a secret by the stack's parameters CorrectionStores and CorrectionSecretArns.");
      text.section("Without keymend", byHand.steps(item, parked.state(), true));
    } else if (parked.reason() == ParkReason.NO_NEW_SECRET) {
      text.section("You", mend(item, cause), "keymend sees a new version within minutes.");
      text.section("Without keymend", byHand.steps(item, parked.state(), true));
    } else if (parked.reason() == ParkReason.GRACE) {
      text.section("You need do nothing. To have keymend go on at once", commands.resume(id));
    } else if (parked.reason() == ParkReason.DAILY_CAP_REACHED) {
      text.section("You", mend(item, cause));
      text.section("Then, without keymend", byHand.steps(item, parked.state(), false));
      text.section("Or let keymend count its attempts of today anew", commands.reset(id));
    } else if (parked.reason() == ParkReason.NOT_IN_CARE) {
      text.section("You", mend(item, cause), "keymend connects the store no more.");
      text.section("Without keymend", byHand.steps(item, parked.state(), false));
      text.section(
          "To give it back to keymend",
          "take it out of the stack's parameter ExcludedStores, or name it in Stores; the next sweep goes on.");
    } else if (parked.reason() == ParkReason.OBSERVING) {
      text.section("You", "set Mode to repair, and keymend goes on; or do it yourself:");
      text.section(
          "Without keymend",
          byHand.steps(item, parked.state(), item.openIncident().remedy() == Remedy.CORRECT));
    } else {
      text.section("You", mend(item, cause) + " Then tell keymend:", commands.resume(id));
    }
    text.section("To look", commands.describe(id));
    if (item.people().stoppedAt() == null) {
      text.section("To stop and silence keymend for this incident", commands.stop(id));
    }
  }

  private static boolean isSilent(StoreItem item, Parked parked) {
    return parked.reason() == ParkReason.CONTINUES_LATER
        || (isSpokenFor(parked) && !isDownAfterUs(item));
  }

  /** The person who said stop knows; with the breaker open the account's own message names the store. */
  private static boolean isSpokenFor(Parked parked) {
    return parked.reason() == ParkReason.STOPPED || parked.reason() == ParkReason.BREAKER_OPEN;
  }

  /** Disconnected, and keymend has had a hand in it, whoever else claims it: whoever says stop must know. */
  private static boolean isDownAfterUs(StoreItem item) {
    Incident incident = item.incident();
    boolean acted = incident != null && incident.attempts() > 0;
    return isDisconnectedByUs(item)
        || (acted
            && item.seen() != null
            && (item.lastSeen().is(ConnectionState.DISCONNECTED)
                || item.lastSeen().is(ConnectionState.DISCONNECTING)));
  }

  private static boolean isDisconnectedByUs(StoreItem item) {
    boolean ours = item.ours() != Ours.NONE;
    return ours && item.seen() != null && !item.lastSeen().is(ConnectionState.FAILED);
  }

  private static Kind kind(Parked parked) {
    return switch (parked.reason()) {
      case GRACE -> Kind.WAITING;
      case BUDGET_SPENT, DAILY_CAP_REACHED, NO_PROGRESS, UNEXPECTED, STOPPED, ABORTED ->
        Kind.GIVEN_UP;
      default -> Kind.PERSON_NEEDED;
    };
  }

  private static String subject(Parked parked, @Nullable Cause cause) {
    String name = cause == null ? parked.state().name() : cause.name();
    return switch (parked.reason()) {
      case GRACE -> "Waiting, somebody is at work";
      case OBSERVING -> "Observed " + name;
      case STUCK -> "Stuck in " + parked.state();
      case BUDGET_SPENT, DAILY_CAP_REACHED, NO_PROGRESS -> "Gave up, needs you";
      case STOPPED, ABORTED -> "Stopped";
      case UNEXPECTED -> "Unexpected error";
      case NOT_IN_CARE -> "Left alone";
      case IN_A_PERSONS_HANDS -> "In your hands";
      default -> "Needs you, " + name;
    };
  }

  private static String why(StoreItem item, Parked parked) {
    Incident incident = item.openIncident();
    return switch (parked.reason()) {
      case OBSERVING ->
        "Mode is observe: keymend changes nothing. It would have " + would(incident, parked) + ".";
      case WAITING_FOR_THE_CAUSE -> "the cause must go first; a connect before that fails again.";
      case ASKED_A_PERSON -> "only a person can mend this cause.";
      case NO_SECRET_NAMED ->
        "no secret is named for this store, so keymend has nothing to correct it with.";
      case NO_NEW_SECRET ->
        "the secret named for this store holds no version that is new and untried.";
      case ONLY_A_PERSON_CONNECTS ->
        Cause.code(ConnectionErrorCode.USER_LOCKED_OUT).equals(incident.cause())
            ? "kmsuser is locked; keymend does not log in."
            : "kmsuser's log-in was rejected " + item.guard().rejections()
                + " time(s); five lock it.";
      case BUDGET_SPENT -> "the attempts that this cause allows are used up.";
      case DAILY_CAP_REACHED ->
        "the store's attempts of today are used up; only the command reset renews them.";
      case NOT_IN_CARE ->
        "the stack's parameters Stores and ExcludedStores take the store out of keymend's care.";
      case BREAKER_OPEN -> "many stores fail at once; the message of the account says more.";
      case GRACE ->
        "somebody else has just acted on the store (" + item.people().lastCallBy() + ").";
      case IN_A_PERSONS_HANDS ->
        "somebody else disconnected the store, or tried to; keymend does not connect it unasked.";
      case DISCONNECTED_BY_WHOM ->
        "it is not known whether keymend or somebody else disconnected the store.";
      case STUCK ->
        "KMS has been " + parked.state()
            + " for longer than it should; keymend disconnects nothing.";
      case STOPPED -> "you said stop.";
      case ABORTED -> "the execution of the repair was aborted, which keymend takes as a stop.";
      case CONTINUES_LATER -> "the next repair goes on.";
      case NO_PROGRESS ->
        "repairs in a row came to nothing; look at the executions of the workflow.";
      case UNEXPECTED ->
        "something that keymend did not expect; look at the execution of the workflow.";
    };
  }

  private static String would(Incident incident, Parked parked) {
    String first = parked.state() == ConnectionState.FAILED ? "disconnected the store, then " : "";
    return incident.remedy() == Remedy.CORRECT
        ? first + "updated its credential from the named secret and connected it"
        : first + "connected it";
  }

  private static String meaning(StoreItem item, Cause cause) {
    return DecisionTable.row(item.identity().type(), cause).meaning();
  }

  private static String mend(StoreItem item, @Nullable Cause cause) {
    return cause == null
        ? "look at the store."
        : DecisionTable.row(item.identity().type(), cause).instructions();
  }
}
