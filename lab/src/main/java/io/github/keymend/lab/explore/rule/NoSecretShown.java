package io.github.keymend.lab.explore.rule;

import io.github.keymend.aws.ItemJson;
import io.github.keymend.lab.explore.stage.Credentials;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.sns.Published;

/** Rule 8: no secret in memory, messages, errors or histories. */
public final class NoSecretShown extends Rule {
  /** For one history. */
  public NoSecretShown() {
    super("8 no secret is shown");
  }

  @Override
  public void published(Published message) {
    check("a message", message.request().subject() + message.request().message());
  }

  @Override
  public void failed(String text) {
    check("an error", text);
  }

  @Override
  public void remembered(Remembered change) {
    if (change.after().incident() != null
        && !change.after().incident().equals(change.before().incident())
        && change.invocation().function().equals("CorrectFunction")) {
      check("the memory", ItemJson.write(change.after()));
    }
  }

  @Override
  public void end() {
    for (String id : stage().stores()) {
      stage().item(id).ifPresent(item -> check("the memory", ItemJson.write(item)));
    }
  }

  private void check(String where, String text) {
    for (String word : Credentials.SECRET_WORDS) {
      if (text.contains(word)) {
        broken("a secret stands in " + where);
      }
    }
  }
}
