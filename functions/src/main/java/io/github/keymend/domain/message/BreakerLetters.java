package io.github.keymend.domain.message;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.breaker.Held;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Trigger.Commanded;
import java.time.Instant;

/** Writes the messages of the account's circuit breaker, in a thread of their own. */
public final class BreakerLetters {
  private static final String NEXT =
      "begins no repair of any store until you reset the breaker, or until all stores named here are CONNECTED again."
          + " A store that it had disconnected before is connected to its end.";
  private final Commands commands;

  /** With the commands that a responder can copy. */
  public BreakerLetters(Commands commands) {
    this.commands = commands;
  }

  /**
   * The breaker has opened.
   *
   * @param breaker as it is now
   * @param inCare how many stores are in keymend's care
   */
  public Message opened(Breaker breaker, int inCare, Instant now) {
    int failing = breaker.held().size();
    Text text = stores(breaker)
        .section(
            "Why keymend acts on none",
            failing + " of the " + inCare
                + " stores in its care began to fail at about the same time. That has one cause"
                + " outside of them, which no repair of a store mends.")
        .section("keymend next", NEXT);
    return message(
        breaker,
        "opened",
        Kind.BREAKER_OPENED,
        failing + " stores fail at once, needs you",
        you(text, breaker),
        now);
  }

  /** One more store fails while the breaker is open. */
  public Message oneMore(Breaker breaker, Held held, Instant now) {
    Text text = new Text()
        .line("Since " + since(breaker) + " keymend begins no repair: many stores fail at once.")
        .line("One more store fails: " + told(held));
    return message(
        breaker,
        "more/" + held.customKeyStoreId() + "/" + held.since().getEpochSecond(),
        Kind.BREAKER_OPENED,
        "One more store fails, needs you",
        you(text, held),
        now);
  }

  /** A person is still awaited. */
  public Message reminder(Breaker breaker, Instant now) {
    Text text = stores(breaker)
        .line("A person has been awaited since " + since(breaker) + ".")
        .section("keymend next", NEXT);
    return message(
        breaker,
        "reminder/" + breaker.reminders(),
        Kind.REMINDER,
        "Reminder: many stores fail, still needs you",
        you(text, breaker),
        now);
  }

  /** All stores that it was open for are CONNECTED again. */
  public Message closedByItself(Breaker breaker, Instant now) {
    Text text = new Text()
        .line("No store for which the breaker was open since " + since(breaker)
            + " is down any more: each is CONNECTED again, gone, or out of keymend's care.")
        .section("keymend", "has closed the breaker and repairs as before.");
    return message(
        breaker, "closed", Kind.BREAKER_CLOSED, "Breaker closed, none is down any more", text, now);
  }

  /** A person has reset it, or there was nothing to reset. */
  public Message reset(Breaker breaker, Commanded given, Instant now) {
    Text text = breaker.isOpen()
        ? stores(breaker)
            .section(
                "keymend",
                "has closed the breaker on your command. The next sweep, within minutes, takes up every store that still"
                    + " fails, each within its own budget; what fails now opens the breaker no more.")
        : new Text()
            .line(
                "The breaker of the account is not open: there was nothing to reset, and nothing has changed.")
            .section(
                "To let keymend go on with one store whose attempts of the day are used up",
                commands.reset("cks-..."));
    String subject = breaker.isOpen() ? "Breaker reset" : "Nothing to reset";
    return message(breaker, "reset/" + given.id(), Kind.BREAKER_CLOSED, subject, text, now);
  }

  /** The breaker has opened after the command was given. */
  public Message notReset(Breaker breaker, Commanded given, Instant now) {
    Text text = stores(breaker)
        .line("The breaker opened at " + since(breaker) + ", after your command reset was given.")
        .section("keymend", "has not reset it.");
    return message(
        breaker, "refused/" + given.id(), Kind.REFUSED, "Command refused", you(text, breaker), now);
  }

  private static Text stores(Breaker breaker) {
    Text text = new Text().line("Stores that fail:");
    breaker.held().forEach(each -> text.line("  " + told(each)));
    return text.line("Every KMS key in a store is unavailable until it is CONNECTED.");
  }

  private static String told(Held held) {
    return held.identity().customKeyStoreName() + " (" + held.customKeyStoreId() + "), "
        + held.identity().backing() + ": " + held.cause() + " since "
        + Text.instant(held.since());
  }

  private Text you(Text text, Breaker breaker) {
    return you(text, breaker.held().get(0));
  }

  private Text you(Text text, Held example) {
    return text.section(
            "You",
            "look at what the stores share: the network, the external key store proxy and its credential, the VPC endpoint"
                + " service, the CloudHSM cluster and its subnets, the key manager.",
            "aws kms describe-custom-key-stores")
        .section("When the cause is mended, let keymend repair them", commands.resetAccount())
        .section(
            "To repair a single store all the same, by its id",
            commands.resume(example.customKeyStoreId()));
  }

  private static String since(Breaker breaker) {
    Instant openedAt = breaker.openedAt();
    return openedAt == null ? "" : Text.instant(openedAt);
  }

  private static Message message(
      Breaker breaker, String turn, Kind kind, String subject, Text text, Instant now) {
    String thread = breaker.thread();
    return new Message(thread + "/" + turn, thread, kind, "[keymend] " + subject, text.body(), now);
  }
}
