package io.github.keymend.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/** Four rooms, arrows only downwards: step, aws, port, domain. */
@AnalyzeClasses(packages = "io.github.keymend", importOptions = DoNotIncludeTests.class)
class RoomArrowsTest {
  private static final String STEP = "io.github.keymend.step..";
  private static final String AWS = "io.github.keymend.aws..";
  private static final String PORT = "io.github.keymend.port..";
  private static final String DOMAIN = "io.github.keymend.domain..";

  @ArchTest
  static final ArchRule everyClassIsInARoom =
      classes().should().resideInAnyPackage(STEP, AWS, PORT, DOMAIN);

  @ArchTest
  static final ArchRule theDomainKnowsTheJdkOnly = classes()
      .that()
      .resideInAPackage(DOMAIN)
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          DOMAIN,
          "java.lang..",
          "java.time..",
          "java.util",
          "java.util.function",
          "java.util.stream",
          "org.jspecify.annotations");

  @ArchTest
  static final ArchRule theDomainHasNoClockAndNoRandomness = noClasses()
      .that()
      .resideInAPackage(DOMAIN)
      .should()
      .dependOnClassesThat()
      .belongToAnyOf(Clock.class, Random.class, UUID.class, Thread.class)
      .orShould()
      .callMethod(Instant.class, "now")
      .orShould()
      .callMethod(LocalDate.class, "now")
      .orShould()
      .callMethod(LocalDateTime.class, "now")
      .orShould()
      .callMethod(ZonedDateTime.class, "now")
      .orShould()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(System.class, "nanoTime")
      .orShould()
      .callMethod(System.class, "getenv", String.class)
      .orShould()
      .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule aPortKnowsTheDomain = classes()
      .that()
      .resideInAPackage(PORT)
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(PORT, DOMAIN, "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule anAdapterKnowsPortsAndDomainAndNoStep = noClasses()
      .that()
      .resideInAPackage(AWS)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(STEP);

  @ArchTest
  static final ArchRule aStepKnowsNoSdk = noClasses()
      .that()
      .resideInAPackage(STEP)
      .should()
      .dependOnClassesThat()
      .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule onlyTheWiringKnowsAdapters = noClasses()
      .that()
      .resideInAPackage(STEP)
      .and()
      .haveSimpleNameNotStartingWith("Wiring")
      .should()
      .dependOnClassesThat()
      .resideInAPackage(AWS);
}
