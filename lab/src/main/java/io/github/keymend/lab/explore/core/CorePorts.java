package io.github.keymend.lab.explore.core;

import io.github.keymend.aws.SecretForm;
import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.lab.door.SfnErrors;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.explore.stage.Machinery;
import io.github.keymend.lab.kms.DescribePage;
import io.github.keymend.lab.kms.DescribeRequest;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.kms.UpdateRequest;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.Secret;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.sns.PublishRequest;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.Credential;
import io.github.keymend.port.Executions;
import io.github.keymend.port.KeyStoreActs;
import io.github.keymend.port.KeyStores;
import io.github.keymend.port.Messenger;
import io.github.keymend.port.Secrets;
import io.github.keymend.port.TransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The ports straight on the simulators: what the adapters and the SDK between them do, without either. */
final class CorePorts implements KeyStores, KeyStoreActs, Secrets, Messenger, Executions {
  /** The SDK's standard retry strategy. */
  private static final int TRIES = 3;

  private final SimulatedAws aws;
  private final Caller caller;
  private final String topicArn;
  private final Machinery machinery;

  CorePorts(SimulatedAws aws, Caller caller, String topicArn, Machinery machinery) {
    this.aws = aws;
    this.caller = caller;
    this.topicArn = topicArn;
    this.machinery = machinery;
  }

  @Override
  public Optional<KeyStore> byId(String id) {
    return first(DescribeRequest.id(id));
  }

  @Override
  public Optional<KeyStore> byName(String name) {
    return first(new DescribeRequest(null, name, null, null));
  }

  @Override
  public List<KeyStore> all() {
    List<KeyStore> all = new ArrayList<>();
    DescribePage page = page(DescribeRequest.all());
    page.stores().forEach(view -> all.add(store(view)));
    while (page.nextMarker() != null) {
      page = page(new DescribeRequest(null, null, null, page.nextMarker()));
      page.stores().forEach(view -> all.add(store(view)));
    }
    return all;
  }

  private Optional<KeyStore> first(DescribeRequest request) {
    try {
      return page(request).stores().stream().map(CorePorts::store).findFirst();
    } catch (ServiceError notFound) {
      return Optional.empty();
    }
  }

  private DescribePage page(DescribeRequest request) {
    return patiently("CustomKeyStoreNotFoundException", () -> aws.kms().describe(caller, request));
  }

  private static KeyStore store(StoreView view) {
    Identity identity = new Identity(
        view.id(), view.name(), StoreType.valueOf(view.type().name()), "backing of " + view.id());
    String code = view.errorCode();
    return new KeyStore(
        identity,
        ConnectionState.valueOf(view.state().name()),
        code == null ? null : new ConnectionErrorCode(code));
  }

  @Override
  public CallResult disconnect(String id) {
    return once(() -> aws.kms().disconnect(caller, id));
  }

  @Override
  public CallResult update(String id, Credential credential) {
    if (credential instanceof Credential.KmsuserPassword password) {
      Secret secret = new Secret(password.keyStorePassword());
      return once(() -> aws.kms().update(caller, UpdateRequest.password(id, secret)));
    }
    Credential.ProxyCredential proxy = (Credential.ProxyCredential) credential;
    XksCredential value =
        new XksCredential(proxy.accessKeyId(), new Secret(proxy.rawSecretAccessKey()));
    return once(() -> aws.kms().update(caller, UpdateRequest.credential(id, value)));
  }

  @Override
  public CallResult connect(String id) {
    return once(() -> aws.kms().connect(caller, id));
  }

  private static CallResult once(Runnable call) {
    try {
      call.run();
      return CallResult.ACCEPTED;
    } catch (ServiceError e) {
      return new CallResult(e.status() < 500 ? Outcome.REFUSED : Outcome.UNKNOWN, e.type());
    } catch (ConnectionLost e) {
      return new CallResult(Outcome.UNKNOWN, "SdkClientException");
    }
  }

  @Override
  public List<SecretVersion> versions(String arn) {
    return patiently("", () -> aws.secrets().list(caller, arn, false, null, null))
        .versions()
        .stream()
        .map(each ->
            new SecretVersion(each.id(), each.created(), each.stages().contains("AWSCURRENT")))
        .toList();
  }

  @Override
  public Credential read(String arn, String versionId, StoreType type) {
    String value = patiently("", () -> aws.secrets().get(caller, arn, versionId, null))
        .version()
        .value()
        .value();
    return type == StoreType.AWS_CLOUDHSM
        ? SecretForm.kmsuserPassword(value, arn)
        : SecretForm.proxyCredential(value, arn);
  }

  @Override
  public void send(Message message) {
    Map<String, String> attributes = Map.of(
        "messageId", message.id(),
        "threadKey", message.thread(),
        "kind", message.kind().name());
    patiently(
        "",
        () -> aws.sns()
            .publish(
                caller,
                new PublishRequest(
                    topicArn,
                    message.subject(),
                    message.body() + "\nThread: " + message.thread() + "\n",
                    attributes)));
  }

  @Override
  public OwnerStatus status(String executionArn) {
    try {
      return switch (machinery.describeExecution(executionArn).status()) {
        case RUNNING -> OwnerStatus.RUNNING;
        case SUCCEEDED -> OwnerStatus.SUCCEEDED;
        case FAILED, TIMED_OUT -> OwnerStatus.BROKEN;
        case ABORTED -> OwnerStatus.ABORTED;
      };
    } catch (ServiceError notThere) {
      return OwnerStatus.UNKNOWN;
    }
  }

  @Override
  public void startRepair(String id, String name) {
    try {
      machinery.startExecution(
          machinery.stateMachineArn(),
          name,
          "{\"source\":\"sweep\",\"customKeyStoreId\":\"" + id + "\"}");
    } catch (ServiceError e) {
      if (!e.type().equals(SfnErrors.alreadyExists("").type())) {
        throw new TransientException(e.text(), e);
      }
    }
  }

  private static <T> T patiently(String passed, Supplier<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (ServiceError e) {
        if (e.type().equals(passed)) {
          throw e;
        }
        boolean again = e.status() >= 500 || e.type().startsWith("Throttl");
        if (!again || tries == TRIES) {
          throw new TransientException(e.text(), e);
        }
      } catch (ConnectionLost e) {
        if (tries == TRIES) {
          throw new TransientException(String.valueOf(e.getMessage()), e);
        }
      }
    }
  }
}
