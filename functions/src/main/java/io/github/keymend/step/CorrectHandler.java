package io.github.keymend.step;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.Credential;
import io.github.keymend.port.UnusableSecretException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Give KMS the credential from the named secret. The value lives only between these lines. */
public final class CorrectHandler extends ActHandler {
  private static final Logger LOG = LoggerFactory.getLogger(CorrectHandler.class);
  private static final CallResult UNUSABLE =
      new CallResult(Outcome.REFUSED, "UnusableSecretException");

  /** Called by the Lambda runtime. */
  public CorrectHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public CorrectHandler(World world) {
    super(Act.CORRECT, world);
  }

  @Override
  protected CallResult call(StoreItem item, Attempt attempt) {
    String id = item.customKeyStoreId();
    String secret = world().settings().secretOf(id);
    String version = attempt.secretVersion();
    if (secret == null || version == null) {
      LOG.warn("no secret is named for {}, or the attempt knows no version of it", id);
      return UNUSABLE;
    }
    try {
      Credential credential =
          world().secrets().read(secret, version, item.identity().type());
      return world().acts().update(id, credential);
    } catch (UnusableSecretException e) {
      LOG.warn("{}", e.getMessage());
      return UNUSABLE;
    }
  }
}
