package io.github.keymend.lab.scenario;

import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.KmsUser;
import io.github.keymend.lab.kms.StoreFaults;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.service.Secret;
import java.time.Duration;

/** The words of the scripts. A person needs half an hour before they act. */
public final class Steps {
  /** How long a person takes to come and mend something. */
  public static final Duration A_PERSON_COMES = Duration.ofMinutes(30);

  private static final String PASSWORD = "newPswd42";
  private static final XksCredential CREDENTIAL =
      new XksCredential("NEWNEWNEWNEWNEWNEWAA", new Secret("newSecret/".repeat(5)));

  private Steps() {}

  /** The store is CONNECTED, with nothing wrong. */
  public static Step connected() {
    return it -> it.kms().connectNow(it.storeId());
  }

  /** A connect has just ended with this code, as the next ones will: so many in all. */
  public static Step failed(String code, int times) {
    return it -> {
      it.kms().faults(it.storeId()).failConnects(code, times);
      it.kms().connectNow(it.storeId());
    };
  }

  /** A connect has just ended with this code, and every further one will, until the cause is mended. */
  public static Step failedUntilMended(String code) {
    return failed(code, StoreFaults.UNTIL_FIXED);
  }

  /** A connect of another store, external and reached over the internet, has just ended with this code. */
  public static Step alsoFailed(String name, String code) {
    return it -> {
      String id = it.addStore(name);
      it.kms().faults(id).failConnects(code, 1);
      it.kms().connectNow(id);
    };
  }

  /** A person resets the account's circuit breaker. */
  public static Step resetsBreaker() {
    return Rehearsal::resetBreaker;
  }

  /** The next connects will end with this code. */
  public static Step willFail(String code, int times) {
    return it -> it.kms().faults(it.storeId()).failConnects(code, times);
  }

  /** Connects will be refused at once, until the cause is mended. */
  public static Step willRefuse(String exception) {
    return it -> it.kms().faults(it.storeId()).refuseConnects(exception, StoreFaults.UNTIL_FIXED);
  }

  /** The next connect will take so long. */
  public static Step willTake(Duration duration) {
    return it -> it.kms().faults(it.storeId()).slowConnects(duration, 1);
  }

  /** The next connect will never end. */
  public static Step willHang() {
    return it -> it.kms().faults(it.storeId()).hangConnects(1);
  }

  /** Somebody has changed the password of kmsuser without telling KMS, and a connect has just failed. */
  public static Step failedByPassword() {
    return it -> {
      it.kms().kmsUser(it.storeId()).changePassword(new Secret(PASSWORD));
      it.kms().connectNow(it.storeId());
    };
  }

  /** The proxy accepts another credential alone, and a connect has just failed. */
  public static Step failedByCredential() {
    return it -> {
      it.kms().proxy(it.storeId()).acceptOnly(CREDENTIAL);
      it.kms().connectNow(it.storeId());
    };
  }

  /** kmsuser does not exist, and a connect has just failed. */
  public static Step failedByMissingUser() {
    return it -> {
      it.kms().kmsUser(it.storeId()).delete();
      it.kms().connectNow(it.storeId());
    };
  }

  /** A person is logged in as kmsuser, and a connect has just failed. */
  public static Step failedByLogIn() {
    return it -> {
      it.kms().kmsUser(it.storeId()).personLogsIn();
      it.kms().connectNow(it.storeId());
    };
  }

  /** Time passes until nothing more happens by itself; then a person comes. */
  public static Step personComes() {
    return it -> {
      it.settle();
      it.pass(A_PERSON_COMES);
    };
  }

  /** Time passes. */
  public static Step pass(Duration span) {
    return it -> it.pass(span);
  }

  /** A person gives a command. */
  public static Step command(String command) {
    return it -> it.command(command);
  }

  /** A person mends the cause outside of KMS. */
  public static Step mends(String what) {
    return it -> {
      it.story().person(what);
      it.kms().faults(it.storeId()).fixed();
    };
  }

  /** A person logs kmsuser out. */
  public static Step logsOut() {
    return it -> {
      it.story().person("logs kmsuser out");
      it.kms().kmsUser(it.storeId()).personLogsOut();
    };
  }

  /** A person creates kmsuser. */
  public static Step createsUser() {
    return it -> {
      it.story().person("creates kmsuser");
      it.kms().kmsUser(it.storeId()).create(new Secret(PASSWORD));
    };
  }

  /** An HSM admin gives kmsuser another password. */
  public static Step changesPassword() {
    return it -> {
      it.story().person("changes the password of kmsuser");
      it.kms().kmsUser(it.storeId()).changePassword(new Secret(PASSWORD));
    };
  }

  /** A person puts the password of kmsuser into the store's secret. */
  public static Step putsPassword() {
    return it -> it.putSecret(PASSWORD);
  }

  /** A person puts a password into the store's secret that is not the one in the cluster. */
  public static Step putsWrongPassword() {
    return it -> it.putSecret("wrongPswd7");
  }

  /** A person puts the proxy's credential into the store's secret. */
  public static Step putsCredential() {
    return it -> it.putSecret(json(CREDENTIAL));
  }

  /** A person puts a credential into the store's secret that the proxy does not know. */
  public static Step putsWrongCredential() {
    return it -> it.putSecret(
        json(new XksCredential("BADBADBADBADBADBADAA", new Secret("badSecret+".repeat(5)))));
  }

  private static String json(XksCredential credential) {
    return "{\"accessKeyId\":\"" + credential.accessKeyId() + "\",\"rawSecretAccessKey\":\""
        + credential.secret().value() + "\"}";
  }

  /** A person connects the store. */
  public static Step connects() {
    return it -> it.kms().connect(Rehearsal.OPERATOR, it.storeId());
  }

  /** A person disconnects the store and waits for it. */
  public static Step disconnects() {
    return it -> {
      it.kms().disconnect(Rehearsal.OPERATOR, it.storeId());
      while (it.kms().store(it.storeId()).orElseThrow().state() != ConnectionState.DISCONNECTED) {
        it.pass(Duration.ofSeconds(30));
      }
    };
  }

  /** A person tells KMS the password of kmsuser. */
  public static Step updatesPassword() {
    return it -> it.kms()
        .update(Rehearsal.OPERATOR, UpdateRequest.password(it.storeId(), new Secret(PASSWORD)));
  }

  /** A person tells KMS the proxy's credential. */
  public static Step updatesCredential() {
    return it ->
        it.kms().update(Rehearsal.OPERATOR, UpdateRequest.credential(it.storeId(), CREDENTIAL));
  }

  /** A person tells KMS the proxy's path; the cause is gone with it. */
  public static Step updatesPath() {
    return it -> {
      it.kms().update(Rehearsal.OPERATOR, UpdateRequest.uriPath(it.storeId(), "/keys/kms/xks/v1"));
      it.kms().faults(it.storeId()).fixed();
    };
  }

  /** A person restores the cluster from a backup, with the same kmsuser, and points the store at it. */
  public static Step updatesCluster() {
    return it -> {
      String restored = "cluster-restoredAAA";
      it.kms().backends().addCluster(restored, new KmsUser(it.kms().heldPassword(it.storeId())));
      it.kms().faults(it.storeId()).fixed();
      it.kms().update(Rehearsal.OPERATOR, UpdateRequest.cluster(it.storeId(), restored));
    };
  }
}
