package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.keymend.lab.account.AccountKeys;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;

/** AWS KMS on the wire: AWS JSON 1.1, {@code TrentService}. */
final class KmsJson implements JsonService {
  private final SimulatedKms kms;
  private final Place place;
  private final KmsKeysJson keys;

  KmsJson(SimulatedKms kms, Place place, AccountKeys others) {
    this.kms = kms;
    this.place = place;
    this.keys = new KmsKeysJson(kms.keyOperations(), place, others);
  }

  @Override
  public String targetPrefix() {
    return "TrentService";
  }

  @Override
  public String jsonVersion() {
    return "1.1";
  }

  @Override
  public JsonNode call(Caller caller, String operation, Members request) {
    switch (operation) {
      case "CreateCustomKeyStore" -> {
        return KmsAnswers.created(kms.create(caller, KmsRequests.create(request, place)));
      }
      case "DescribeCustomKeyStores" -> {
        return KmsAnswers.page(kms.describe(caller, KmsRequests.describe(request)));
      }
      case "ConnectCustomKeyStore" -> kms.connect(caller, KmsRequests.storeId(request));
      case "DisconnectCustomKeyStore" -> kms.disconnect(caller, KmsRequests.storeId(request));
      case "UpdateCustomKeyStore" -> kms.update(caller, KmsRequests.update(request));
      case "DeleteCustomKeyStore" -> kms.delete(caller, KmsRequests.storeId(request));
      default -> {
        return keys.call(caller, operation, request);
      }
    }
    return kms.switches().emptyAnswers() ? MissingNode.getInstance() : Json.object();
  }
}
