package io.github.keymend.lab.sns;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Publish is asked.
 *
 * @param topicArn where to
 * @param subject the line that an e-mail shows first; null: none
 * @param message the text
 * @param attributes string attributes by name, as filter policies see them
 */
public record PublishRequest(
    String topicArn, @Nullable String subject, String message, Map<String, String> attributes) {
  /** Keeps a copy of the attributes. */
  public PublishRequest {
    attributes = Map.copyOf(attributes);
  }
}
