package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.service.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of Step Functions.
 *
 * @param entries what is on it
 * @param nextToken where the next page begins; null: there is none
 */
record SfnPage<T>(List<T> entries, @Nullable String nextToken) {
  private static final int MOST = 1000;
  private static final int USUAL = 100;

  /** The page of {@code all} that {@code request} asks for with {@code maxResults} and {@code nextToken}. */
  static <T> SfnPage<T> of(List<T> all, Members request) {
    String token = request.optional("nextToken", Shape.text(1, 1024));
    Integer asked = request.integer("maxResults", 0, MOST);
    int limit = asked == null || asked == 0 ? USUAL : asked;
    int from = token == null ? 0 : offset(token, all.size());
    int to = Math.min(all.size(), from + limit);
    return new SfnPage<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  ObjectNode mark(ObjectNode answer) {
    return nextToken == null ? answer : answer.put("nextToken", nextToken);
  }

  private static int offset(String token, int size) {
    if (!token.matches("[0-9]{1,6}") || Integer.parseInt(token) > size) {
      throw ServiceError.refusal("InvalidToken", "Invalid Token: '" + token + "'");
    }
    return Integer.parseInt(token);
  }
}
