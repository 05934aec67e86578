package io.github.keymend.lab.http;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One line for each call, whether it came through the port or from keymend's own functions inside the lab. */
final class CallLog {
  private static final Pattern UNSAFE = Pattern.compile("[^\\x20-\\x7e]");
  private static final int WIDEST = 120;

  private final Timeline timeline;
  private final Consumer<String> out;
  private long lines;

  CallLog(Timeline timeline, Consumer<String> out) {
    this.timeline = timeline;
    this.out = out;
  }

  long lines() {
    return lines;
  }

  /** A call that reached its service. */
  void heard(String service, CallRecord line) {
    Call call = line.call();
    String what =
        String.join(" ", call.operation(), call.resource(), call.detail()).strip();
    print(line.at(), call.caller().name(), service, what, outcome(line.outcome()));
  }

  /** A request that reached none. */
  void unheard(WireRequest request, WireResponse response) {
    String what = request.header("X-Amz-Target").orElse(request.path());
    print(timeline.now(), "-", "-", what, Integer.toString(response.status()));
  }

  /** The lab itself failed. */
  void broken(RuntimeException failure) {
    lines++;
    out.accept("the lab failed: " + failure);
  }

  private void print(Instant at, String caller, String service, String what, String outcome) {
    lines++;
    String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
    out.accept(time + "  " + safe(caller) + "  " + service + "  " + safe(what) + "  " + outcome);
  }

  private static String outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return refused.status() + " " + refused.type();
    }
    return outcome instanceof Outcome.Lost ? "no answer" : "200";
  }

  /** What a caller sent cannot forge a second line, nor fill the screen. */
  private static String safe(String text) {
    String plain = UNSAFE.matcher(text).replaceAll("?");
    return plain.length() <= WIDEST ? plain : plain.substring(0, WIDEST) + "...";
  }
}
