package io.github.keymend.lab.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.aws.Clients;
import io.github.keymend.aws.KmsActs;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.KeyStoreActs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The client that is deployed, over real sockets: Java's own HTTP connection repeats a request on a broken connection
 * unless it is told otherwise, and nobody above it would know.
 */
@Timeout(30)
class WireActsTest {
  private static final Map<String, String> PROPERTIES = Map.of(
      "aws.region", "us-east-1",
      "aws.accessKeyId", "test",
      "aws.secretAccessKey", "test");
  private MisbehavingServer server;

  @BeforeEach
  void start() throws Exception {
    server = new MisbehavingServer();
    PROPERTIES.forEach(System::setProperty);
    System.setProperty("aws.endpointUrl", server.address());
  }

  @AfterEach
  void stop() throws Exception {
    PROPERTIES.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrl");
    server.close();
  }

  private static KeyStoreActs acts() {
    return new KmsActs(Clients.deployed().kmsActs());
  }

  @Test
  void a_connection_that_breaks_is_not_asked_again() {
    // Given
    server.then(MisbehavingServer.Manner.CLOSE);

    // When
    CallResult result = acts().connect("cks-1");

    // Then
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_kept_connection_that_breaks_is_not_asked_again() {
    // Given
    KeyStoreActs acts = acts();
    server.then(MisbehavingServer.Manner.ANSWER);
    server.then(MisbehavingServer.Manner.CLOSE);
    assertThat(acts.disconnect("cks-1").outcome()).isEqualTo(Outcome.ACCEPTED);

    // When
    CallResult result = acts.connect("cks-1");

    // Then
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void a_silent_kms_is_given_up_in_time_for_the_outcome_to_be_written() {
    // Given
    server.then(MisbehavingServer.Manner.SILENCE);
    long start = System.nanoTime();

    // When
    CallResult result = acts().disconnect("cks-1");

    // Then
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(15));
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void an_answer_that_is_not_of_kms_is_unknown() {
    // Given
    server.then(MisbehavingServer.Manner.REFUSE_AS_A_PROXY);

    // When
    CallResult result = acts().connect("cks-1");

    // Then
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(server.requests()).isEqualTo(1);
  }
}
