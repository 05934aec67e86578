package io.github.keymend.lab.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table of expected outcomes, by the name of the scenario. */
public final class ExpectedOutcomes {
  private static final String FILE = "expected-outcomes.yaml";
  private static final ObjectReader READER = YAMLMapper.builder()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(
          DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
          DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build()
      .readerFor(new TypeReference<LinkedHashMap<String, Expected>>() {});

  private final Map<String, Expected> byScenario;

  private ExpectedOutcomes(Map<String, Expected> byScenario) {
    this.byScenario = byScenario;
  }

  /** The table that the lab comes with. */
  public static ExpectedOutcomes ofTheLab() {
    try (InputStream file = ExpectedOutcomes.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not beside " + ExpectedOutcomes.class);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** A table in the same form. */
  public static ExpectedOutcomes read(InputStream file) throws IOException {
    return new ExpectedOutcomes(READER.readValue(file));
  }

  /**
   * What must come of a scenario.
   *
   * @throws IllegalArgumentException if the table does not say
   */
  public Expected of(String scenario) {
    Expected expected = byScenario.get(scenario);
    if (expected == null) {
      throw new IllegalArgumentException(FILE + " does not say what must come of '" + scenario
          + "'; it knows " + new TreeSet<>(byScenario.keySet()));
    }
    return expected;
  }

  /** The scenarios that the table knows. */
  public Set<String> scenarios() {
    return Set.copyOf(byScenario.keySet());
  }
}
