package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchTest {
  @Test
  void every_unknown_of_the_model_is_a_switch_with_a_name() {
    assertThat(Arrays.stream(Switch.values()).map(each -> each.word().replace("-", "")))
        .containsExactlyElementsOf(Arrays.stream(Switches.class.getRecordComponents())
            .flatMap(each -> each.getName().equals("timings")
                ? Arrays.stream(Timings.class.getRecordComponents())
                    .map(time -> time.getName().replace("cloudHsm", "hsm") + "time")
                : Stream.of(each.getName()))
            .map(each -> each.toLowerCase(Locale.ROOT))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "connect-on-connected, restart",
    "connect-on-connecting, refused",
    "log-ins-per-connect, 3",
    "update-on-connected, false",
    "update-on-failed, true",
    "probe-disconnected-vpc, false",
    "disconnect-cancels-connect, false",
    "update-of-nothing, false",
    "describe-page-size, 3",
    "store-quota, 12",
    "empty-answers, true",
    "hsm-connect-time, PT20M",
    "hsm-disconnect-time, PT9M",
    "xks-connect-time, PT1M",
    "xks-disconnect-time, PT7M",
    "staleness, PT2M"
  })
  void a_switch_is_set_by_its_name_and_no_other_is(String name, String value) {
    Switches set = Switch.set(Switches.DEFAULT, name + "=" + value);

    for (Switch each : Switch.values()) {
      String expected = each.word().equals(name) ? value : each.valueIn(Switches.DEFAULT);
      assertThat(each.valueIn(set)).isEqualTo(expected);
    }
  }
}
