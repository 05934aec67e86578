package io.github.keymend.lab.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.BadAnswer;
import io.github.keymend.lab.explore.history.Deed;
import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Port;
import io.github.keymend.lab.explore.history.SecretValue;
import io.github.keymend.lab.explore.history.Setup;
import io.github.keymend.lab.explore.history.Trouble;
import io.github.keymend.lab.explore.history.Weather;
import io.github.keymend.lab.explore.run.Generator;
import io.github.keymend.lab.kms.PointlessConnect;
import io.github.keymend.lab.kms.Switch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that is meant to happen does happen in some history. */
class GeneratorTest {
  private static final List<History> HISTORIES =
      LongStream.rangeClosed(1, 4000).mapToObj(Generator::history).toList();
  private static final List<Action> ACTIONS = HISTORIES.stream()
      .flatMap(history -> history.actions().stream())
      .flatMap(timed -> withInner(timed.action()))
      .toList();

  private static Stream<Action> withInner(Action action) {
    return action instanceof Mishap.Meanwhile meanwhile
        ? Stream.of(action, meanwhile.then())
        : Stream.of(action);
  }

  private static <T extends Action, V> Set<V> values(Class<T> type, Function<T, V> of) {
    return ACTIONS.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .map(of)
        .collect(Collectors.toSet());
  }

  @Test
  void everyKindOfActionHappens() {
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> family : List.of(Trouble.class, Deed.class, Weather.class, Mishap.class)) {
      kinds.addAll(List.of(family.getPermittedSubclasses()));
    }
    assertThat(ACTIONS.stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void everyWayOfAnActionHappens() {
    assertThat(values(Trouble.CallsGoWrong.class, Trouble.CallsGoWrong::how))
        .containsExactlyInAnyOrder(BadAnswer.values());
    assertThat(values(Trouble.CallsGoWrong.class, Trouble.CallsGoWrong::operation))
        .containsExactlyInAnyOrder(
            "ConnectCustomKeyStore",
            "DisconnectCustomKeyStore",
            "UpdateCustomKeyStore",
            "DescribeCustomKeyStores",
            "Publish",
            "ListSecretVersionIds",
            "GetSecretValue",
            "StartExecution",
            "DescribeExecution");
    assertThat(values(Mishap.EndsExecutions.class, Mishap.EndsExecutions::how))
        .containsExactlyInAnyOrder(Mishap.Ending.values());
    assertThat(values(Weather.Outage.class, Weather.Outage::of))
        .containsExactlyInAnyOrder(Port.values());
    assertThat(values(Deed.PutsSecret.class, Deed.PutsSecret::value))
        .containsExactlyInAnyOrder(SecretValue.values());
    assertThat(values(Deed.Commands.class, Deed.Commands::command))
        .containsExactlyInAnyOrder("connect", "resume", "stop", "reset");
    assertThat(values(Weather.Trail.class, Weather.Trail::copies)).contains(0, 1, 2);
  }

  @Test
  void anAccountHasFromOneStoreToFour() {
    assertThat(setups(setup -> setup.stores().size())).containsOnly(1, 2, 3, 4);
  }

  @Test
  void everySwitchOfTheLabIsSetEitherWay() {
    assertThat(setups(setup -> setup.connectOnConnected())).containsOnly(PointlessConnect.values());
    assertThat(setups(setup -> setup.connectOnConnecting()))
        .containsOnly(PointlessConnect.values());
    assertThat(setups(setup -> setup.logInsPerConnect())).contains(1, 2);
    assertThat(setups(setup -> setup.updateOnFailed())).containsOnly(true, false);
    assertThat(setups(setup -> setup.noUpdateOnConnected())).containsOnly(true, false);
    assertThat(setups(setup -> setup.noProbeOnDisconnected())).containsOnly(true, false);
    assertThat(setups(setup -> setup.disconnectLeavesConnect())).containsOnly(true, false);
    assertThat(setups(setup -> setup.onePerPage())).containsOnly(true, false);
    assertThat(setups(setup -> setup.emptyAnswers())).containsOnly(true, false);
    assertThat(setups(setup -> setup.connectTime())).hasSizeGreaterThan(20);
    assertThat(setups(setup -> setup.disconnectTime())).hasSizeGreaterThan(20);
    assertThat(values(Trouble.ReadsAre.class, Trouble.ReadsAre::old)).hasSizeGreaterThan(20);
    assertThat(Arrays.stream(Switch.values()).map(each -> each.word()).toList())
        .as("a new switch belongs into the histories and into this test")
        .containsExactlyInAnyOrder(
            "connect-on-connected",
            "connect-on-connecting",
            "log-ins-per-connect",
            "update-on-connected",
            "update-on-failed",
            "probe-disconnected-vpc",
            "staleness",
            "disconnect-cancels-connect",
            "describe-page-size",
            "empty-answers",
            "hsm-connect-time",
            "hsm-disconnect-time",
            "xks-connect-time",
            "xks-disconnect-time",
            // Not varied: keymend asks for no empty update and creates no store.
            "update-of-nothing",
            "store-quota");
  }

  private static <V> Set<V> setups(Function<Setup, V> of) {
    return HISTORIES.stream().map(History::setup).map(of).collect(Collectors.toSet());
  }
}
