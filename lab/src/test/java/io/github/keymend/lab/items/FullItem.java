package io.github.keymend.lab.items;

import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Consent;
import io.github.keymend.domain.people.People;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.Remedy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An item in which everything is remembered that can be: no field is null or empty. */
final class FullItem {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final ConnectionErrorCode CODE = new ConnectionErrorCode("A_CODE_OF_TOMORROW");

  private FullItem() {}

  static StoreItem of(String customKeyStoreId) {
    return new StoreItem(
        new Identity(
            customKeyStoreId, "orders \"ü\"", StoreType.AWS_CLOUDHSM, "cluster-1234567890a"),
        new Claim(
            "arn:aws:states:us-east-1:111122223333:execution:keymend-repair:one", 7, later(70)),
        7,
        "arn:aws:states:us-east-1:111122223333:execution:keymend-repair:one",
        new Seen(ConnectionState.FAILED, CODE, NOW, later(1), 3),
        later(2),
        later(3),
        Ours.UNKNOWN,
        later(24),
        new Intent("7/2/CONNECT", Act.CONNECT, later(4), Outcome.UNKNOWN, true),
        new CredentialGuard(true, 1, later(5), later(6), "v3", Set.of("v1", "v2")),
        new People(
            new Consent(Command.RESUME, later(7)),
            later(8),
            true,
            later(9),
            "arn:aws:iam::111122223333:user/operator",
            later(10),
            later(21),
            later(22),
            later(23)),
        new DailyCount(LocalDate.of(2026, 3, 1), 4),
        2,
        List.of(
            new Trigger.Plain("plain"),
            new Trigger.Commanded("commanded", Command.STOP, later(11)),
            new Trigger.ForeignCall(
                "refused", Trigger.Call.DISCONNECT, later(12), "somebody", "AccessDenied"),
            new Trigger.ForeignCall("accepted", Trigger.Call.UPDATE, later(13), "somebody", null)),
        List.of(message("m1"), message("m2")),
        Map.of("keymend-xks-latency", later(14)),
        incident());
  }

  static Incident incident() {
    return new Incident(
        "2026-03-01T11:00:00Z",
        NOW,
        Opening.STUCK,
        new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyUriInUseException"),
        later(15),
        Remedy.CORRECT,
        3,
        Map.of(Remedy.RETRY, 2, Remedy.CORRECT, 1),
        1,
        new Attempt(3, Remedy.CORRECT, Attempt.Stage.CORRECTED, "v3", later(16)),
        new Parked(
            ParkReason.GRACE, ConnectionState.DISCONNECTED, CODE, later(17), later(18), 2, 3),
        later(19),
        Set.of("said-1", "said-2"));
  }

  private static Message message(String id) {
    return new Message(
        id, "cks-1/thread", Message.Kind.PERSON_NEEDED, "a subject", "line 1\nline 2 ü", later(20));
  }

  private static Instant later(int minutes) {
    return NOW.plusSeconds(60L * minutes);
  }
}
