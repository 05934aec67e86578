package io.github.keymend.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.store.ConnectionState;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Rule 8: no secret in what is remembered or said. The domain never holds one: it knows versions by their id. */
class NoSecretTest {
  @Test
  void nothingThatIsRememberedHoldsASecret() {
    // When a field is added here, it must not hold a value: state, messages and logs show it
    assertThat(new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.github.keymend.domain")
                .stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .filter(name -> name.toLowerCase(Locale.ROOT)
                    .matches(".*(secret|password|credential|token).*")))
        .containsExactlyInAnyOrder("secrets", "secretVersion");
  }

  @Test
  void aVersionIsAnIdAndADate() {
    assertThat(Arrays.stream(SecretVersion.class.getRecordComponents()).map(Object::toString))
        .containsExactly(
            "java.lang.String versionId", "java.time.Instant createdAt", "boolean current");
  }

  @Test
  void aMessageNamesNoVersion() {
    // Given
    Story story = Story.cloudHsm().seesFailedTwice("INVALID_CREDENTIALS").minutes(1);
    story.secretVersion("EXAMPLE1-90ab-cdef-fedc-ba987SECRET1").repair("repair-1");

    // When
    story.disconnectedByUs("INVALID_CREDENTIALS").makes(Act.CORRECT).seconds(5);
    story.sees(ConnectionState.DISCONNECTED).makes(Act.CONNECT).parks(ParkReason.STUCK);

    // Then
    assertThat(story.item().outbox()).hasSize(2);
    assertThat(story.item().outbox().toString()).doesNotContain("SECRET1");
  }
}
