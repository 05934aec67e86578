package io.github.keymend.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.launcher.LauncherSandbox.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
class LauncherTest {
  @TempDir
  Path folder;

  LauncherSandbox sandbox;

  @BeforeEach
  void withJavaAndMaven(@TempDir Path folder) throws Exception {
    sandbox = new LauncherSandbox(folder);
    sandbox.java("17.0.15");
    sandbox.mvn("3.8.7", 0);
  }

  @Test
  void it_passes_arguments_and_exit_status_through_and_keeps_standard_output_clean()
      throws Exception {
    Run run = sandbox.run("repair", "--json", "a b", "");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.out())
        .startsWith("<-XX:")
        .contains("<-Dkeymend.home=" + sandbox.project() + ">")
        .contains("<-cp><" + sandbox.project() + "/lab/target/keymend-lab.jar:/a.jar:/b c.jar>")
        .endsWith("<io.github.keymend.lab.cli.Keymend><repair><--json><a b><>");
  }

  @Test
  void it_works_through_a_link_from_elsewhere() throws Exception {
    Run run = sandbox.run(sandbox.linkFromElsewhere("km"), "demo");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.out()).contains("<-Dkeymend.home=" + sandbox.project() + ">").endsWith("<demo>");
  }

  @Test
  void it_builds_on_first_use_and_says_so() throws Exception {
    Run first = sandbox.run();
    Run second = sandbox.run();

    assertThat(first.err())
        .startsWith("keymend: building")
        .contains("mvn -B -ntp -q -pl lab -am package -DskipTests");
    assertThat(second.err()).isEmpty();
  }

  @Test
  void it_builds_again_when_a_source_is_newer() throws Exception {
    // Given
    sandbox.run();

    // When
    sandbox.editASource();

    // Then
    assertThat(sandbox.run().err()).startsWith("keymend: building");
  }

  @Test
  void a_build_that_fails_is_said_and_tried_again() throws Exception {
    // Given
    sandbox.mvn("3.9.11", 1);

    // When
    Run failed = sandbox.run();
    sandbox.mvn("3.9.11", 0);
    Run mended = sandbox.run();

    // Then
    assertThat(failed.status()).isEqualTo(69);
    assertThat(failed.err()).endsWith("keymend: the build failed. What Maven said is above.\n");
    assertThat(mended.status()).isEqualTo(7);
    assertThat(mended.err()).startsWith("keymend: building");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "21-ea", "25", "25.0.1"})
  void java_17_and_later_will_do(String version) throws Exception {
    sandbox.java(version);

    assertThat(sandbox.run().status()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_412", "11.0.2", "16"})
  void an_older_java_is_refused_in_one_line(String version) throws Exception {
    sandbox.java(version);

    Run run = sandbox.run();

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err())
        .contains("is Java " + version + ", too old. Install a JDK 17 or later")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.8.6", "2.9.9"})
  void an_older_maven_is_refused_in_one_line(String version) throws Exception {
    sandbox.mvn(version, 0);

    Run run = sandbox.run();

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err())
        .isEqualTo(
            "keymend: mvn is Maven " + version + ", too old. Install Maven 3.8.7 or later.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.7", "3.10.0", "3.9.11", "4.0.0-rc-5"})
  void maven_3_8_7_and_later_will_do(String version) throws Exception {
    sandbox.mvn(version, 0);

    assertThat(sandbox.run().status()).isEqualTo(7);
  }

  @Test
  void a_missing_java_is_said_in_one_line() throws Exception {
    Run run = new LauncherSandbox(folder).run();

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err())
        .isEqualTo(
            "keymend: no java found. Install a JDK 17 or later and put it on the PATH, or let JAVA_HOME name it.\n");
  }

  @Test
  void a_java_or_maven_that_does_not_run_is_said_in_one_line() throws Exception {
    // Given
    var broken = new LauncherSandbox(folder);

    // When
    broken.brokenTool("java");
    Run java = broken.run();
    broken.java("17.0.15");
    broken.brokenTool("mvn");
    Run maven = broken.run();

    // Then
    assertThat(java.status()).isEqualTo(69);
    assertThat(java.err())
        .endsWith("java does not tell its version. Install a JDK 17 or later.\n")
        .hasLineCount(1);
    assertThat(maven.status()).isEqualTo(69);
    assertThat(maven.err())
        .isEqualTo(
            "keymend: mvn does not tell its version. Does it find a JDK? Try: mvn -version\n");
  }

  @Test
  void a_missing_maven_is_said_in_one_line_but_only_when_a_build_is_needed() throws Exception {
    // Given
    var withoutMaven = new LauncherSandbox(folder);
    withoutMaven.java("25");

    // When
    Run run = withoutMaven.run();

    // Then
    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err())
        .isEqualTo(
            "keymend: no mvn found. Install Maven 3.8.7 or later: the first run builds keymend.\n");
  }
}
