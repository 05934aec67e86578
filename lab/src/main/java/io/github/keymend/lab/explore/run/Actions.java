package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.BadAnswer;
import io.github.keymend.lab.explore.history.Deed;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Port;
import io.github.keymend.lab.explore.history.SecretValue;
import io.github.keymend.lab.explore.history.Setup;
import io.github.keymend.lab.explore.history.Spot;
import io.github.keymend.lab.explore.history.Trouble;
import io.github.keymend.lab.explore.history.Weather;
import io.github.keymend.lab.kms.KnownErrorCode;
import io.github.keymend.lab.kms.StoreFaults;
import io.github.keymend.lab.kms.StoreType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws single actions. */
final class Actions {
  private static final List<String> FUNCTIONS = List.of(
      "OpenFunction",
      "LookFunction",
      "DiagnoseFunction",
      "DisconnectFunction",
      "DisconnectFunction",
      "CorrectFunction",
      "ConnectFunction",
      "ConnectFunction",
      "ParkFunction",
      "CloseFunction",
      "TellFunction",
      "SweepFunction");
  private static final List<String> OPERATIONS = List.of(
      "ConnectCustomKeyStore",
      "DisconnectCustomKeyStore",
      "UpdateCustomKeyStore",
      "DescribeCustomKeyStores");
  private static final List<String> OF_OTHERS = List.of(
      "Publish",
      "Publish",
      "ListSecretVersionIds",
      "GetSecretValue",
      "StartExecution",
      "DescribeExecution");
  private final Chance chance;
  private final Setup setup;

  Actions(Chance chance, Setup setup) {
    this.chance = chance;
    this.setup = setup;
  }

  /** A code that a connect may fail with; rarely one that nobody knows. */
  static String code(Chance chance, StoreType type) {
    return chance.percent(4) ? "SOMETHING_NEW" : known(chance, type);
  }

  /** A code of the store type; those that keymend acts on come more often. */
  static String known(Chance chance, StoreType type) {
    if (chance.percent(35)) {
      return "INVALID_CREDENTIALS";
    }
    if (chance.percent(35)) {
      return "INTERNAL_ERROR";
    }
    return chance.pick(KnownErrorCode.of(type).toArray(KnownErrorCode[]::new)).name();
  }

  Action next(int store) {
    return switch (chance.below(10)) {
      case 0, 1 -> trouble(store);
      case 2, 3, 4 -> deed();
      case 5, 6 -> weather();
      default -> mishap(store);
    };
  }

  private Action trouble(int store) {
    StoreType type = setup.stores().get(store);
    return switch (chance.below(8)) {
      case 0 ->
        new Trouble.FailConnects(
            code(chance, type),
            chance.percent(30) ? StoreFaults.UNTIL_FIXED : chance.between(1, 3));
      case 1 ->
        type == StoreType.AWS_CLOUDHSM
            ? new Trouble.RefuseConnects(
                chance.percent(50)
                    ? "CloudHsmClusterNotActiveException"
                    : "CloudHsmClusterInvalidConfigurationException",
                chance.between(1, 2))
            : new Trouble.Fixed();
      case 2 -> new Trouble.ConnectsTake(time());
      case 3 -> new Trouble.DisconnectsTake(longer(time()));
      case 4 -> new Trouble.Fixed();
      case 5 -> new Trouble.FailsNow(known(chance, type));
      case 6 -> new Trouble.ReadsAre(staleness());
      default ->
        new Trouble.CallsGoWrong(
            chance.pick(OPERATIONS), chance.between(1, 4), chance.pick(BadAnswer.values()));
    };
  }

  /** Calls to another service go wrong: often enough that the SDK's retries do not help. */
  static Trouble.CallsGoWrong callsOfOthers(Chance chance) {
    return new Trouble.CallsGoWrong(
        chance.pick(OF_OTHERS), chance.between(1, 8), chance.pick(BadAnswer.values()));
  }

  private @Nullable Duration time() {
    return chance.percent(25) ? null : Duration.ofSeconds(chance.between(10, 3000));
  }

  /** Never quicker than the stalest bearable read. */
  private static @Nullable Duration longer(@Nullable Duration time) {
    return time == null ? null : time.plusMinutes(5);
  }

  private Duration staleness() {
    if (chance.percent(8)) {
      return Duration.ofMinutes(chance.between(11, 20));
    }
    return Duration.ofSeconds(chance.percent(40) ? chance.between(0, 30) : chance.between(30, 300));
  }

  private Action deed() {
    if (setup.stores().size() >= Setup.FLEET && chance.percent(12)) {
      return chance.percent(70) ? new Deed.ResetsBreaker() : new Deed.Commands("reset");
    }
    return switch (chance.below(14)) {
      case 0, 1 -> new Deed.Connects();
      case 2, 3 -> new Deed.Disconnects();
      case 4 -> new Deed.Updates(chance.percent(60));
      case 5 -> chance.percent(70) ? new Deed.Renames() : new Deed.Deletes();
      case 6, 7 -> new Deed.Commands("resume");
      case 8 -> new Deed.Commands("connect");
      case 9 -> new Deed.Commands("stop");
      case 10 -> new Deed.StartsRepair();
      case 11 -> new Deed.ChangesPassword();
      default -> new Deed.PutsSecret(chance.pick(SecretValue.values()));
    };
  }

  private Action weather() {
    return switch (chance.below(8)) {
      case 0, 1 ->
        new Weather.Trail(
            Duration.ofSeconds(
                chance.percent(50) ? chance.between(1, 90) : chance.between(60, 900)),
            chance.percent(50) ? 1 : chance.below(3));
      case 2 -> new Weather.Sweeps();
      case 3 -> new Weather.SweepsAre(chance.percent(50));
      case 4 -> new Weather.Alarms();
      default ->
        new Weather.Outage(
            chance.pick(Port.values()),
            Duration.ofSeconds(
                // Longer than all retries of a state together: then the repair meets an error.
                chance.percent(50) ? chance.between(1, 120) : chance.between(120, 1800)));
    };
  }

  private Action mishap(int store) {
    if (chance.percent(20)) {
      return new Mishap.EndsExecutions(chance.pick(Mishap.Ending.values()));
    }
    Spot spot = new Spot(
        chance.pick(FUNCTIONS),
        chance.percent(75) ? 0 : chance.below(6),
        chance.percent(60) ? chance.between(1, 2) : chance.between(3, 6),
        chance.percent(50));
    return new Mishap.Meanwhile(spot, then(store));
  }

  private Action then(int store) {
    return switch (chance.below(12)) {
      case 0, 1 -> new Mishap.Dies();
      case 2 -> new Mishap.Stalls(Duration.ofSeconds(chance.between(1, 50)));
      case 3, 4 -> new Mishap.Outlives(Duration.ofSeconds(chance.between(1, 55)));
      case 5 -> new Mishap.PortFails();
      case 6 -> new Mishap.EndsExecutions(chance.pick(Mishap.Ending.values()));
      case 7 -> new Weather.Sweeps();
      case 8, 9 -> deed();
      case 10 -> new Deed.Commands(chance.pick("resume", "connect", "stop"));
      default -> trouble(store);
    };
  }
}
