package io.github.keymend.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.keymend.lab.http.LabServer;
import io.github.keymend.lab.http.ServedLab;
import io.github.keymend.lab.http.ServerOptions;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--host 0.0.0.0;          loopback interface alone",
        "--host example.com;      loopback interface alone",
        "--store payments;        NAME:TYPE",
        "--store a:hsm:FAILED;    needs a code",
        "--speed -1;              speed is -1.0",
        "--port 70000;            from 0 (any free one) to 65535",
        "--switch nothing=1;      there is no switch 'nothing'; there are [connect-on-connected",
        "--switch staleness=old;  can be set to a duration",
        "--mode maybe;            observe or repair",
        "--scenario /no/such;     no such file",
        "stores --port 1;         no lab answers on port 1"
      })
  void a_command_line_that_cannot_be_is_refused_with_what_would(String args, String text) {
    Run run = Run.of(("lab " + args).split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(text);
  }

  @Test
  void the_commands_act_on_the_lab_that_is_served() throws IOException {
    Lab lab = ServedLab.of(LabSettings.repairing(), List.of(StoreWish.parse("payments:hsm")));
    try (LabServer server = LabServer.start(lab, ServerOptions.of(0, 0), line -> {})) {
      String port = Integer.toString(server.uri().getPort());

      Run failed = Run.of("lab", "fail", "payments", "NETWORK_ERRORS", "--port", port);
      Run advanced = Run.of("lab", "advance", "1h", "--port", port);
      Run cluster = Run.of("lab", "cluster", "cluster-abcdefghijk", "kmsPswd22", "--port", port);
      Run proxy = Run.of(
          "lab", "proxy", "https://p.example.com", "A".repeat(20), "s".repeat(43), "--port", port);
      Run unknown = Run.of("lab", "--port", port, "lock", "other");

      assertThat(failed.status()).isEqualTo(0);
      assertThat(failed.out()).contains("\"state\" : \"FAILED\"", "\"code\" : \"NETWORK_ERRORS\"");
      assertThat(lab.kms().stores().get(0).state()).isEqualTo(ConnectionState.FAILED);
      assertThat(advanced.out()).contains("2026-01-05T04:00:00Z");
      assertThat(cluster.status()).isEqualTo(0);
      assertThat(lab.kms().backends().kmsUser("cluster-abcdefghijk")).isPresent();
      assertThat(proxy.status()).isEqualTo(0);
      assertThat(lab.kms().backends().proxy("https://p.example.com")).isPresent();
      assertThat(unknown.status()).isEqualTo(2);
      assertThat(unknown.err()).contains("there is no store 'other'; there are [payments]");
    }
  }

  @Test
  void the_other_loopback_address_is_served_where_it_is_asked_for() throws IOException {
    InetAddress six = LoopbackHost.named("::1");
    assumeThat(NetworkInterface.getByInetAddress(six)).as("a machine with IPv6").isNotNull();
    Lab lab = ServedLab.of(LabSettings.repairing(), List.of(StoreWish.parse("payments:hsm")));
    try (LabServer server =
        LabServer.start(lab, new ServerOptions(six, 0, 0, Duration.ofSeconds(1)), line -> {})) {
      String port = Integer.toString(server.uri().getPort());

      assertThat(Run.of("lab", "stores", "--host", "::1", "--port", port).status())
          .isEqualTo(0);
      assertThat(Run.of("lab", "stores", "--port", port).err()).contains("no lab answers on port");
    }
  }

  @Test
  void it_says_how_to_reach_it_and_ends_cleanly_when_told_to() throws Exception {
    // Given
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Keymend.class.getName(),
            "lab",
            "--port",
            "0",
            "--store",
            "payments:hsm")
        .redirectErrorStream(true)
        .start();
    BufferedReader out = process.inputReader();

    // When
    String first = out.readLine();
    StringBuilder greeting = new StringBuilder();
    for (String line = first; !line.contains("Ctrl-C"); line = out.readLine()) {
      greeting.append(line).append('\n');
    }
    process
        .toHandle()
        .destroy(); // SIGTERM, which ends it as SIGINT does; a parent in the background lets its
    // children ignore SIGINT

    // Then
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(first).contains("listens on http://127.0.0.1:").contains("on this machine alone");
    assertThat(greeting)
        .contains("AWS_ENDPOINT_URL=http://127.0.0.1:", "endpointOverride", "payments");
    assertThat(out.lines()).containsExactly("the lab has ended");
  }
}
