package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.Deed;
import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Setup;
import io.github.keymend.lab.explore.history.Spot;
import io.github.keymend.lab.explore.history.TimedAction;
import io.github.keymend.lab.explore.history.Trouble;
import io.github.keymend.lab.kms.PointlessConnect;
import io.github.keymend.lab.kms.StoreFaults;
import io.github.keymend.lab.kms.StoreType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a history from a seed: some trouble that leads to a FAILED store, and then anything. */
public final class Generator {
  private static final long OTHERS = 0x5DEECE66DL;
  private static final long OVERTAKEN = 0x1B873593L;
  private static final long MENDED = 0x2545F491L;

  /** In so many histories of a hundred the account has stores enough for its breaker. */
  private static final int FLEETS = 3;

  private Generator() {}

  /** The history of a seed. */
  public static History history(long seed) {
    Chance chance = new Chance(seed);
    Setup setup = setup(seed, chance);
    List<TimedAction> actions = new ArrayList<>();
    long at = chance.between(60, 900);
    for (int store = 0; store < setup.stores().size(); store++) {
      beginning(chance, setup, store, at, actions);
    }
    Actions any = new Actions(chance, setup);
    int more = chance.between(0, 12);
    for (int i = 0; i < more; i++) {
      at += gap(chance, setup);
      int store = chance.below(setup.stores().size());
      actions.add(new TimedAction(Duration.ofSeconds(at), store, any.next(store)));
    }
    others(seed, setup, at, actions);
    mended(seed, setup, at, actions);
    overtaken(seed, setup, actions);
    actions.sort(Comparator.comparing(TimedAction::at));
    return new History(seed, setup, actions);
  }

  /** What goes wrong with the calls to other services than KMS. */
  private static void others(long seed, Setup setup, long end, List<TimedAction> actions) {
    Chance apart = new Chance(seed ^ OTHERS);
    if (!apart.percent(20)) {
      return;
    }
    int times = apart.between(1, 3);
    for (int i = 0; i < times; i++) {
      Duration at = Duration.ofSeconds(apart.between(60, (int) end + 600));
      int store = apart.below(setup.stores().size());
      actions.add(new TimedAction(at, store, Actions.callsOfOthers(apart)));
    }
  }

  /** Where many stores fail, people often mend all of them by hand. */
  private static void mended(long seed, Setup setup, long end, List<TimedAction> actions) {
    Chance apart = new Chance(seed ^ MENDED);
    if (setup.stores().size() < Setup.FLEET || !apart.percent(40)) {
      return;
    }
    long at = end + apart.between(60, 1200);
    long connect = at + setup.disconnectTime().toSeconds() + 60;
    for (int store = 0; store < setup.stores().size(); store++) {
      actions.add(new TimedAction(Duration.ofSeconds(at), store, new Trouble.Fixed()));
      actions.add(new TimedAction(Duration.ofSeconds(at), store, new Deed.Disconnects()));
      actions.add(new TimedAction(Duration.ofSeconds(connect), store, new Deed.Updates(true)));
      actions.add(new TimedAction(Duration.ofSeconds(connect + 1), store, new Deed.Connects()));
    }
  }

  /** A repair ends while a step of it is between its look and its call, and another trigger comes at that moment. */
  private static void overtaken(long seed, Setup setup, List<TimedAction> actions) {
    Chance apart = new Chance(seed ^ OVERTAKEN);
    if (!apart.percent(5)) {
      return;
    }
    int store = apart.below(setup.stores().size());
    Spot spot = new Spot(
        apart.pick("DisconnectFunction", "ConnectFunction", "CorrectFunction"),
        apart.percent(80) ? 0 : 1,
        apart.between(3, 6),
        false);
    List<Action> then = List.of(
        new Mishap.EndsExecutions(apart.pick(Mishap.Ending.values())),
        apart.percent(50) ? new Deed.StartsRepair() : new Deed.Commands("resume"),
        new Mishap.Stalls(Duration.ofSeconds(apart.between(10, 50))));
    for (Action each : then) {
      actions.add(new TimedAction(Duration.ofSeconds(30), store, new Mishap.Meanwhile(spot, each)));
    }
  }

  private static Setup setup(long seed, Chance chance) {
    List<StoreType> types = new ArrayList<>();
    int stores = chance.percent(10) ? 2 : 1;
    for (int i = 0; i < stores; i++) {
      types.add(chance.percent(50) ? StoreType.AWS_CLOUDHSM : StoreType.EXTERNAL_KEY_STORE);
    }
    boolean quick = chance.percent(30);
    // Of its own, so that a switch more leaves everything else of a seed's history as it was.
    Chance apart = new Chance(~seed);
    boolean leaves = apart.percent(20);
    boolean onePerPage = apart.percent(30);
    boolean empty = apart.percent(30);
    if (apart.percent(FLEETS)) {
      int fleet = apart.between(Setup.FLEET, Setup.FLEET + 1);
      while (types.size() < fleet) {
        types.add(apart.percent(50) ? StoreType.AWS_CLOUDHSM : StoreType.EXTERNAL_KEY_STORE);
      }
    }
    return new Setup(
        types,
        chance.percent(80),
        chance.percent(92),
        chance.percent(60) ? 3 : chance.between(1, 5),
        chance.percent(70),
        chance.pick(PointlessConnect.values()),
        chance.pick(PointlessConnect.values()),
        chance.percent(80) ? 1 : 2,
        chance.percent(30),
        chance.percent(20),
        chance.percent(30),
        leaves,
        onePerPage,
        empty,
        Duration.ofSeconds(quick ? chance.between(20, 120) : chance.between(120, 1200)),
        // As long as the stalest bearable read: else KMS could be DISCONNECTED and CONNECTING
        // behind it unseen.
        Duration.ofSeconds(chance.between(300, 420)),
        Duration.ofSeconds(chance.between(1, 300)));
  }

  /** How a store comes to be FAILED. */
  private static void beginning(
      Chance chance, Setup setup, int store, long from, List<TimedAction> actions) {
    StoreType type = setup.stores().get(store);
    String code = Actions.code(chance, type);
    long at = from;
    if (chance.percent(15)) {
      actions.add(new TimedAction(
          Duration.ofSeconds(at), store, new Trouble.FailsNow(Actions.known(chance, type))));
      return;
    }
    Action trouble =
        chance.percent(30) && (code.equals("INVALID_CREDENTIALS") || setup.correcting())
            ? new Deed.ChangesPassword()
            : new Trouble.FailConnects(
                code, chance.percent(30) ? StoreFaults.UNTIL_FIXED : chance.between(1, 4));
    if (setup.connected()) {
      actions.add(new TimedAction(Duration.ofSeconds(at), store, new Deed.Disconnects()));
      at += setup.disconnectTime().toSeconds() + chance.between(1, 60);
    }
    actions.add(new TimedAction(Duration.ofSeconds(at), store, trouble));
    actions.add(new TimedAction(Duration.ofSeconds(at + 1), store, new Deed.Connects()));
  }

  /** Often at once, often within one of keymend's steps, sometimes much later. */
  private static long gap(Chance chance, Setup setup) {
    return switch (chance.below(6)) {
      case 0 -> chance.between(0, 5);
      case 1 -> chance.between(5, 60);
      case 2 -> chance.between(60, 300);
      case 3 -> chance.between(300, 900);
      case 4 -> setup.connectTime().toSeconds() + chance.between(0, 30);
      default -> chance.percent(80) ? chance.between(600, 1800) : chance.between(1800, 14_400);
    };
  }
}
