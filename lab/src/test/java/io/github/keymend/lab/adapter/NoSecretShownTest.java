package io.github.keymend.lab.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.aws.ItemJson;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Secret;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No secret in state, logs, messages, exceptions or history: searched for everywhere, after a correction was made. */
class NoSecretShownTest {
  private static final String SECRET = "Recognisable4711";
  private static final String ARN =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:kmsuser-LabLab";
  private final List<String> seen = new ArrayList<>();
  private final Keeping log = new Keeping();
  private final LoggerContext logging = (LoggerContext) LogManager.getContext(false);
  private final Map<String, Appender> others = Map.copyOf(root().getAppenders());
  private final Level level = root().getLevel();

  private LoggerConfig root() {
    return logging.getConfiguration().getRootLogger();
  }

  /** Keeps every line, with its exception. */
  private final class Keeping extends AbstractAppender {
    Keeping() {
      super("keeping", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      seen.add("log: " + event.getLoggerName() + " " + event.getMessage().getFormattedMessage()
          + " " + Arrays.toString(event.getMessage().getParameters()) + " " + event.getThrown());
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    others.forEach((name, appender) -> root().removeAppender(name));
    root().addAppender(log, Level.ALL, null);
    root().setLevel(Level.DEBUG);
    logging.updateLoggers();
  }

  @AfterEach
  void stopListening() {
    root().removeAppender("keeping");
    root().setLevel(level);
    others.forEach((name, appender) -> root().addAppender(appender, null, null));
    logging.updateLoggers();
  }

  private Lab lab(String id) {
    return new Lab(
        LabSettings.repairing().correcting(id, ARN),
        (execution, event) -> seen.add("history: " + event));
  }

  /** The id that the first store of a lab has. */
  private static String firstStore() {
    return new Lab(LabSettings.repairing(), (execution, event) -> {})
        .kms()
        .addCloudHsmStore("orders");
  }

  private static void settle(Lab lab, String id) {
    lab.startSweeping();
    lab.run(Duration.ofMinutes(12));
    lab.runUntilSettled(id, Duration.ofHours(3));
  }

  private void collect(Lab lab, String id) {
    lab.aws().sns().published().forEach(message -> seen.add("message: " + message));
    lab.stepFunctions()
        .executions()
        .forEach(execution -> seen.add("execution: " + execution.variables()));
    lab.items().all().forEach(item -> seen.add("item: " + ItemJson.write(item) + item));
    lab.items().history().forEach(closed -> seen.add("kept: " + ItemJson.write(closed) + closed));
    assertThat(lab.item(id)).isPresent();
    assertThat(seen).anyMatch(it -> it.startsWith("history: "));
    assertThat(seen).anyMatch(it -> it.startsWith("message: "));
    assertThat(seen).anyMatch(it -> it.startsWith("log: io.github.keymend"));
    assertThat(seen).anyMatch(it -> it.startsWith("log: software.amazon.awssdk"));
  }

  @Test
  void a_correction_shows_the_password_to_kms_alone() {
    // Given
    String id = firstStore();
    Lab lab = lab(id);
    lab.kms().addCloudHsmStore("orders");
    lab.kms().kmsUser(id).changePassword(new Secret(SECRET));
    String arn = lab.aws().secrets().create("kmsuser");
    lab.kms().connect(Caller.user("operator"), id);
    settle(lab, id);
    lab.aws().secrets().put(arn, SECRET);

    // When
    lab.runUntilSettled(id, Duration.ofHours(1));
    lab.run(Duration.ofMinutes(90));

    // Then: it was used, and shown nowhere
    assertThat(lab.kms().store(id).orElseThrow().state()).isEqualTo(ConnectionState.CONNECTED);
    collect(lab, id);
    assertThat(seen).anyMatch(it -> it.contains("CorrectHandler"));
    assertThat(seen).noneMatch(it -> it.contains(SECRET));
  }

  @Test
  void a_value_without_the_right_form_is_shown_nowhere_either() {
    // Given
    String id = firstStore();
    Lab lab = lab(id);
    lab.kms().addCloudHsmStore("orders");
    lab.kms().kmsUser(id).changePassword(new Secret("another1"));
    String arn = lab.aws().secrets().create("kmsuser");
    lab.kms().connect(Caller.user("operator"), id);
    settle(lab, id);
    lab.aws().secrets().put(arn, "{\"password\":\"" + SECRET + "--\", " + SECRET);

    // When
    lab.runUntilSettled(id, Duration.ofHours(1));
    lab.run(Duration.ofMinutes(90));

    // Then
    collect(lab, id);
    assertThat(seen).anyMatch(it -> it.contains("UnusableSecretException"));
    assertThat(seen).noneMatch(it -> it.contains(SECRET));
  }
}
