package io.github.keymend.step;

import io.github.keymend.aws.AwsSurroundings;
import io.github.keymend.aws.Clients;
import io.github.keymend.aws.DynamoBreakerItem;
import io.github.keymend.aws.DynamoCheckups;
import io.github.keymend.aws.DynamoStoreItems;
import io.github.keymend.aws.KmsActs;
import io.github.keymend.aws.KmsKeyStores;
import io.github.keymend.aws.PowertoolsMeter;
import io.github.keymend.aws.SecretsManagerSecrets;
import io.github.keymend.aws.SfnExecutions;
import io.github.keymend.aws.SnsMessenger;
import io.github.keymend.domain.message.Commands;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.Checkups;
import io.github.keymend.port.Meter;
import io.github.keymend.port.StoreItems;
import java.time.Clock;

/** Puts the adapters behind the ports. */
public final class Wiring {
  private Wiring() {}

  /** The world of a deployed function, from its environment. */
  static World world() {
    Environment environment = Environment.read(System.getenv());
    Clients clients = Clients.deployed();
    return world(
        environment,
        clients,
        new DynamoStoreItems(clients.dynamo(), environment.table()),
        new DynamoBreakerItem(clients.dynamo(), environment.table()),
        new DynamoCheckups(clients.dynamo(), environment.table()),
        new PowertoolsMeter(),
        Clock.systemUTC());
  }

  /** A world of the given parts. */
  public static World world(
      Environment environment,
      Clients clients,
      StoreItems items,
      BreakerItem breaker,
      Checkups checkups,
      Meter meter,
      Clock clock) {
    return new World(
        new KmsKeyStores(clients.kmsReads()),
        new KmsActs(clients.kmsActs()),
        new SecretsManagerSecrets(clients.secrets()),
        items,
        breaker,
        new SnsMessenger(clients.sns(), environment.topicArn()),
        new SfnExecutions(clients.sfn(), environment.stateMachineArn()),
        new AwsSurroundings(
            clients.sns(), environment.topicArn(), clients.secrets(), clients.kmsReads()),
        checkups,
        environment.settings(),
        new Letters(new Commands(environment.stateMachineArn())),
        meter,
        clock);
  }
}
