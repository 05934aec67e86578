package io.github.keymend.lab.cli;

import io.github.keymend.lab.scenario.Entry;
import io.github.keymend.lab.scenario.Outcome;
import io.github.keymend.lab.scenario.Rehearsal;
import io.github.keymend.lab.scenario.Scenario;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** One incident for people: a line for each thing that happened, waiting in one line. */
final class TextTimeline {
  private static final Set<String> WAITING =
      Set.of("Look", "Wait for KMS", "Pause before the retry");
  private static final Set<String> READS =
      Set.of("DescribeCustomKeyStores", "ListSecretVersionIds");
  private final PrintWriter out;
  private final Ansi ansi;
  private final boolean inFull;
  private Duration now = Duration.ZERO;
  private int looks;

  TextTimeline(PrintWriter out, ColorScheme colors, boolean inFull) {
    this.out = out;
    this.ansi = colors.ansi();
    this.inFull = inFull;
  }

  void tell(Scenario scenario, Rehearsal rehearsal, Outcome outcome) {
    out.println(ansi.string("@|bold " + scenario.shape().label() + " store " + rehearsal.storeId()
        + ", " + scenario.about() + ", mode " + scenario.mode() + "|@"));
    out.println("minutes:seconds of virtual time since " + rehearsal.begin());
    out.println();
    for (Entry entry : rehearsal.story().entries()) {
      now = Duration.between(rehearsal.begin(), entry.at());
      tell(entry);
    }
    endOfLooks();
    out.println();
    out.println(ansi.string("@|bold " + outcome.end() + "|@, mended by "
        + outcome.mendedBy().words() + ", " + outcome.attempts() + " attempt(s), in "
        + Words.clock(outcome.took()) + " of which KMS took " + Words.clock(outcome.kmsTook())
        + "."));
    out.println(outcome.executions() + " repair(s), " + outcome.cost().transitions()
        + " state transitions, " + Words.usd(outcome.cost().usd()) + ", "
        + outcome.messages().size() + " message(s)"
        + (inFull ? "." : "; --messages shows them in full."));
    out.flush();
  }

  private void tell(Entry entry) {
    if (entry instanceof Entry.Entered entered) {
      entered(entered);
    } else if (entry instanceof Entry.Started started) {
      line("repair", started.execution() + " starts with " + started.input());
    } else if (entry instanceof Entry.Failed failed) {
      line("error", failed.state() + ": " + failed.error());
    } else if (entry instanceof Entry.Retried retried) {
      line("error", retried.state() + " is tried again in " + Words.clock(retried.pause()));
    } else if (entry instanceof Entry.Ended ended) {
      line("repair", ended.execution() + " " + ended.status());
    } else if (entry instanceof Entry.Called called) {
      called(called);
    } else if (entry instanceof Entry.Changed changed) {
      String code = Objects.requireNonNullElse(changed.errorCode(), "");
      line("store", ansi.string("@|bold " + changed.state() + "|@ " + code).stripTrailing());
    } else if (entry instanceof Entry.Said said) {
      said(said);
    } else if (entry instanceof Entry.Rested rested) {
      line("parked", rested.reason().toLowerCase(Locale.ROOT).replace('_', ' '));
    } else if (entry instanceof Entry.Person person) {
      line("person", person.what());
    }
  }

  private void entered(Entry.Entered entered) {
    if (WAITING.contains(entered.state())) {
      looks += entered.state().equals("Look") ? 1 : 0;
    } else if (!entered.type().equals("Choice")) {
      line("state", entered.state());
    }
  }

  private void called(Entry.Called called) {
    if (!READS.contains(called.operation())) {
      String detail = called.detail().isEmpty() ? "" : " " + called.detail();
      line("call", called.who() + " " + called.operation() + detail + ": " + called.answer());
    }
  }

  private void said(Entry.Said said) {
    line("message", ansi.string("@|cyan " + said.kind() + "|@ " + said.subject()));
    if (inFull) {
      said.body().lines().forEach(each -> out.println("                    | " + each));
    }
  }

  private void line(String kind, String text) {
    endOfLooks();
    out.printf(Locale.ROOT, "%9s  %-7s  %s%n", Words.clock(now), kind, text);
  }

  private void endOfLooks() {
    if (looks > 0) {
      int all = looks;
      looks = 0;
      line("state", all == 1 ? "Look" : "Look, " + all + " times, with waits");
    }
  }
}
