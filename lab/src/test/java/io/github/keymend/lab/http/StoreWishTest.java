package io.github.keymend.lab.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.kms.SimulatedKms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreWishTest {
  private final SimulatedKms kms = new SimulatedKms(new Timeline(new VirtualClock()));

  @ParameterizedTest
  @CsvSource({
    "a:hsm, AWS_CLOUDHSM CONNECTED null",
    "a:AWS_CLOUDHSM:disconnected, AWS_CLOUDHSM DISCONNECTED null",
    "a:xks:CONNECTING, EXTERNAL_KEY_STORE CONNECTING null",
    "a:external:Disconnecting, EXTERNAL_KEY_STORE DISCONNECTING null",
    "a:hsm:FAILED:network_errors, AWS_CLOUDHSM FAILED NETWORK_ERRORS",
    "a:hsm:FAILED:INVALID_CREDENTIALS, AWS_CLOUDHSM FAILED INVALID_CREDENTIALS",
    "a:xks:FAILED:INVALID_CREDENTIALS, EXTERNAL_KEY_STORE FAILED INVALID_CREDENTIALS",
    "a:xks:FAILED:SOMETHING_NEW, EXTERNAL_KEY_STORE FAILED SOMETHING_NEW"
  })
  void a_wish_is_granted(String wish, String expected) {
    String id = StoreWish.parse(wish).grant(kms);

    assertThat(kms.store(id).orElseThrow())
        .satisfies(store -> assertThat(store.type() + " " + store.state() + " " + store.errorCode())
            .isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        ":hsm",
        "a:disk",
        "a:hsm:BROKEN",
        "a:hsm:FAILED",
        "a:hsm:CONNECTED:X",
        "a:b:c:d:e"
      })
  void a_wish_that_cannot_be_is_refused(String wish) {
    assertThatThrownBy(() -> StoreWish.parse(wish)).isInstanceOf(IllegalArgumentException.class);
  }
}
