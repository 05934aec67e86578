package io.github.keymend.lab.template;

import io.github.keymend.lab.service.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where and with which parameters somebody deploys the template.
 *
 * @param partition {@code aws}, {@code aws-us-gov} or {@code aws-cn}
 * @param region the Region's code
 * @param parameters by name; what is missing has its default
 */
public record Deployment(String partition, String region, Map<String, String> parameters) {
  static final String ACCOUNT = Place.DEFAULT.account();

  /** Copies the parameters. */
  public Deployment {
    parameters = Map.copyOf(parameters);
  }

  /** All defaults, where the lab is. */
  public static Deployment inTheLab() {
    return new Deployment(
        Place.DEFAULT.partition(), Place.DEFAULT.region(), Map.of("Mode", "repair"));
  }

  /** The same with another value of a parameter. */
  public Deployment with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new Deployment(partition, region, more);
  }
}
