package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.Switches;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.Secret;
import io.github.keymend.lab.stage.LabSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol §5: five wrong passwords lock kmsuser; keymend never makes it five. */
class PasswordGuardTest {
  private static final String RIGHT = "rightPassword1";

  /** A store whose kmsuser got another password while it was disconnected, FAILED by the connect that followed. */
  private static Scene rejected(LabSettings settings, int logInsPerConnect) {
    Scene scene = Scene.cloudHsm(settings).quick();
    scene.lab.kms().use(Switches.DEFAULT.withLogInsPerConnect(logInsPerConnect));
    scene.pass(Duration.ofMinutes(6));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(1));
    scene.lab.kms().kmsUser(Scene.STORE).changePassword(new Secret(RIGHT));
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofSeconds(21));
    assertThat(scene.state()).isEqualTo(ConnectionState.FAILED);
    return scene;
  }

  private static void put(Scene scene, String password) {
    scene.lab.aws().secrets().put(Scene.SECRET, password);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void kmsuser_is_never_locked_whatever_secrets_appear(int logInsPerConnect) {
    Scene scene = rejected(Scene.correcting(), logInsPerConnect);

    for (int i = 0; i < 12; i++) {
      put(scene, "wrongPassword" + i);
      scene.pass(Duration.ofMinutes(12));
      if (i % 3 == 0) {
        scene.command(i % 2 == 0 ? "connect" : "resume");
      }
    }
    scene.pass(Duration.ofHours(1));

    assertThat(scene.effects("Connect")).isEqualTo(1);
    assertThat(scene.lab.kms().kmsUser(Scene.STORE).failedLogIns()).isEqualTo(2 * logInsPerConnect);
    assertThat(scene.parked()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void the_right_password_in_the_secret_repairs_the_store() {
    Scene scene = rejected(Scene.correcting(), 1);
    put(scene, RIGHT);

    scene.pass(Duration.ofHours(1));

    assertThat(scene.actNames()).containsExactly("Disconnect", "Update", "Connect");
    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  @Test
  void a_version_that_appears_later_makes_the_parked_incident_due() {
    Scene scene = rejected(Scene.correcting(), 1);
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.parked()).isEqualTo(ParkReason.NO_NEW_SECRET);
    assertThat(scene.lab.aws().secrets().calls())
        .as("the sweep lists ids, looks once a day whether the secret is there, and reads no value")
        .extracting(call -> call.call().operation())
        .containsOnly("ListSecretVersionIds", "DescribeSecret");
    assertThat(scene.acts()).isEmpty();

    put(scene, RIGHT);
    scene.pass(Duration.ofMinutes(20));

    assertThat(scene.state()).isEqualTo(ConnectionState.CONNECTED);
    Truth.isAtRest(scene);
  }

  @Test
  void a_version_older_than_the_last_connected_is_not_tried() {
    Scene scene = Scene.cloudHsm(Scene.correcting()).quick();
    put(scene, "olderPassword1");
    scene.pass(Duration.ofMinutes(6));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(1));
    scene.lab.kms().kmsUser(Scene.STORE).changePassword(new Secret(RIGHT));
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);

    scene.pass(Duration.ofHours(1));

    assertThat(scene.acts()).isEmpty();
    assertThat(scene.parked()).isEqualTo(ParkReason.NO_NEW_SECRET);
    assertThat(scene.kinds()).contains("PERSON_NEEDED");
  }

  @Test
  void the_same_version_is_not_tried_twice() {
    Scene scene = rejected(Scene.correcting(), 1);
    put(scene, "wrongPassword1");

    scene.pass(Duration.ofHours(2));
    scene.command("resume");
    scene.pass(Duration.ofHours(1));
    scene.command("connect");
    scene.pass(Duration.ofHours(1));

    assertThat(scene.effects("Update")).isEqualTo(1);
    assertThat(scene.effects("Connect")).isEqualTo(1);
    Truth.holds(scene);
  }

  @ParameterizedTest
  @CsvSource({"connect", "resume"})
  void no_command_overrides_the_guard(String command) {
    Scene scene = rejected(LabSettings.repairing(), 1);
    scene.pass(Duration.ofMinutes(20));

    scene.command(command);
    scene.pass(Duration.ofMinutes(20));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.pass(Duration.ofMinutes(5));
    scene.command(command);
    scene.pass(Duration.ofMinutes(30));

    assertThat(scene.actNames()).doesNotContain("Connect");
    assertThat(scene.kinds()).contains("PERSON_NEEDED");
    Truth.isAtRest(scene);
  }

  /** CloudTrail does not show what an update changed: it may have been the name. */
  @Test
  void a_foreign_update_does_not_lift_the_guard() {
    Scene scene = rejected(LabSettings.repairing(), 1);
    scene.pass(Duration.ofMinutes(20));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(1));
    scene
        .lab
        .kms()
        .update(Scene.PERSON, UpdateRequest.password(Scene.STORE, new Secret("wrong12")));
    scene.pass(Duration.ofMinutes(2));

    scene.command("connect");
    scene.pass(Duration.ofHours(1));

    assertThat(scene.actNames()).doesNotContain("Connect");
    assertThat(scene.lastMessage()).contains("connect yourself");
    Truth.isAtRest(scene);
  }

  /** The update is accepted, the answer of the connect is lost: the version counts as tried. */
  @Test
  void a_connect_with_an_unknown_outcome_counts_against_its_version() {
    Scene scene = rejected(Scene.correcting(), 1);
    put(scene, "wrongPassword1");
    scene
        .lab
        .kms()
        .callFaults()
        .next("ConnectCustomKeyStore", 1, Scene::isOurs, CallFault.lostAfter());

    scene.pass(Duration.ofHours(3));

    assertThat(scene.effects("Connect")).isEqualTo(1);
    assertThat(scene.lab.kms().kmsUser(Scene.STORE).failedLogIns()).isEqualTo(2);
    Truth.holds(scene);
    Truth.isAtRest(scene);
  }

  /** A person's wrong connects count too: with two rejections only a person goes on. */
  @Test
  void rejected_connects_of_a_person_count() {
    Scene scene = rejected(Scene.correcting(), 1);
    scene.pass(Duration.ofMinutes(7));
    scene.lab.kms().disconnect(Scene.PERSON, Scene.STORE);
    scene.lab.run(Duration.ofMinutes(1));
    scene.lab.kms().connect(Scene.PERSON, Scene.STORE);
    scene.pass(Duration.ofMinutes(30));

    put(scene, RIGHT);
    scene.pass(Duration.ofHours(1));

    assertThat(scene.actNames()).doesNotContain("Connect");
    assertThat(scene.parked()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
    assertThat(scene.lab.kms().kmsUser(Scene.STORE).failedLogIns()).isEqualTo(2);
  }
}
