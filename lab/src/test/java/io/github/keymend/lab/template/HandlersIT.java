package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.keymend.lab.ProjectFiles;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the template names is in the jar that is deployed, loadable without anything else on the class path. */
class HandlersIT {
  private static final DeployedTemplate TEMPLATE = DeployedTemplate.by(Deployments.repairing());

  static Stream<String> functions() {
    return TEMPLATE.ofType("AWS::Serverless::Function").keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void every_handler_is_in_the_jar_and_can_be_made_by_lambda(String function) throws Exception {
    // Given
    Path jar = ProjectFiles.path(TEMPLATE.properties(function).path("CodeUri").asText());
    assertThat(jar).as("mvn package makes it").isRegularFile();
    try (JarFile entries = new JarFile(jar.toFile())) {
      assumeThat(entries.stream()
              .anyMatch(it -> it.getName().matches("io/github/keymend/step/\\w+Handler\\.class")))
          .as("the first handler is written")
          .isTrue();
    }
    String[] handler = TEMPLATE.properties(function).path("Handler").asText().split("::", -1);

    // When
    try (var lambda =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = lambda.loadClass(handler[0]);

      // Then
      assertThat(function).isEqualTo(type.getSimpleName().replace("Handler", "Function"));
      assertThat(type).isPublic();
      assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
      assertThat(Arrays.stream(type.getMethods()).anyMatch(it -> it.getName().equals(handler[1])))
          .isTrue();
    }
  }
}
