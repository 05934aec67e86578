package io.github.keymend.lab.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.Ailments;
import io.github.keymend.lab.stage.Lab;

/** What is wrong with the account around keymend, and what could be. */
final class AccountControl {
  private final Lab lab;

  AccountControl(Lab lab) {
    this.lab = lab;
  }

  /** Aspect to what is wrong with it, and what can be. */
  JsonNode see() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ailments().words().forEach((aspect, word) -> {
      ObjectNode entry = answer.putObject(aspect).put("is", word);
      var canBe = entry.putArray("canBe").add(Ailment.FINE);
      Ailment.of(aspect).forEach(each -> canBe.add(each.word()));
    });
    return answer;
  }

  /** Sets each aspect that the request names. */
  JsonNode set(JsonNode body) {
    var arguments = new Arguments(body, Ailment.aspects().toArray(String[]::new));
    if (body.isEmpty()) {
      throw new IllegalArgumentException(
          "give at least one aspect, such as {\"trail\":\"excludes-kms\"}; there are "
              + Ailment.aspects());
    }
    // All are understood before one is set.
    body.fieldNames().forEachRemaining(each -> new Ailments().set(each, arguments.required(each)));
    body.fieldNames().forEachRemaining(each -> ailments().set(each, arguments.required(each)));
    lab.loseSweeps(
        ailments().has(Ailment.SCHEDULE_DISABLED) || ailments().has(Ailment.SCHEDULE_GONE));
    return see();
  }

  private Ailments ailments() {
    return lab.aws().account().ailments();
  }
}
