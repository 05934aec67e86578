package io.github.keymend.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.ProjectFiles;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.cli.Keymend;
import io.github.keymend.lab.http.LabServer;
import io.github.keymend.lab.http.ServedLab;
import io.github.keymend.lab.http.ServerOptions;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import io.github.keymend.lab.template.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The policy that SECURITY.md gives to whoever runs doctor is what doctor calls, and nothing else. */
class DoctorPolicyTest {
  private static Set<String> written() throws IOException {
    Matcher policy = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
        .matcher(ProjectFiles.text("SECURITY.md"));
    assertThat(policy.find()).isTrue();
    JsonNode document = new ObjectMapper().readTree(policy.group(1));
    Set<String> actions = new TreeSet<>();
    document.path("Statement").forEach(each -> actions.addAll(Role.texts(each.path("Action"))));
    return actions;
  }

  @Test
  void the_policy_allows_what_doctor_calls() throws IOException {
    // Given
    Lab lab = ServedLab.of(LabSettings.repairing(), List.of(StoreWish.parse("payments:hsm")));
    lab.aws().account().ailments().set(Ailment.SECRET_KEY_OWN);
    Set<String> called = new ConcurrentSkipListSet<>();
    lab.aws().onCall((service, line) -> {
      if (line.call().caller().name().equals("doctor")) {
        called.add(service + ":" + line.call().operation());
      }
    });

    // When
    try (LabServer server = LabServer.start(lab, ServerOptions.of(0, 0), line -> {})) {
      Keymend.commandLine()
          .setOut(new PrintWriter(new StringWriter()))
          .execute(
              "doctor", "--send-test-message", "--endpoint-url", server.uri().toString());
    }

    // Then
    assertThat(called).isEqualTo(written());
  }
}
