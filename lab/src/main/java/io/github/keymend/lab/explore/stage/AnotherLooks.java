package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.checkup.Checkup;
import io.github.keymend.domain.checkup.EncryptionKey;
import io.github.keymend.domain.checkup.NamedSecret;
import io.github.keymend.domain.checkup.Shown;
import io.github.keymend.port.Checkups;
import io.github.keymend.port.Surroundings;

/** The daily look is always another sweep's: it touches no store and no incident, so there is nothing to explore. */
public final class AnotherLooks implements Checkups, Surroundings {
  @Override
  public Checkup read() {
    return Checkup.NONE;
  }

  @Override
  public boolean replace(Checkup read, Checkup next) {
    return false;
  }

  @Override
  public String topicArn() {
    throw never();
  }

  @Override
  public Shown<Integer> confirmedSubscribers() {
    throw never();
  }

  @Override
  public Shown<NamedSecret> secret(String arn) {
    throw never();
  }

  @Override
  public Shown<EncryptionKey> key(String keyId) {
    throw never();
  }

  private static IllegalStateException never() {
    return new IllegalStateException("who does not look asks nothing");
  }
}
