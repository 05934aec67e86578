package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.AccountKeys;
import io.github.keymend.lab.kms.KeyOperations;
import io.github.keymend.lab.kms.KeyOperations.Decrypted;
import io.github.keymend.lab.kms.KeyOperations.Encrypted;
import io.github.keymend.lab.kms.KeyOperations.ReEncrypted;
import io.github.keymend.lab.kms.KeyOperations.Sealed;
import io.github.keymend.lab.kms.StoreKey;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.ServiceError;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The operations on keys on the wire; KMS API reference. */
final class KmsKeysJson {
  private static final Shape KEY_ID = Shape.text(1, 2048);
  private static final Shape ALIAS = Shape.matching(1, 256, "alias/[a-zA-Z0-9/_-]+");
  private static final Shape XKS_KEY_ID = Shape.matching(1, 128, "[a-zA-Z0-9-_.]+");
  private static final Shape ORIGIN =
      Shape.matching(1, 32, "AWS_KMS|EXTERNAL|AWS_CLOUDHSM|EXTERNAL_KEY_STORE");
  private static final Shape KEY_SPEC = Shape.matching(1, 16, "AES_256|AES_128");
  private static final int MAX_PLAINTEXT = 4096;
  private static final int MAX_CIPHERTEXT = 6144;

  private final KeyOperations keys;
  private final Place place;
  private final AccountKeys others;

  KmsKeysJson(KeyOperations keys, Place place, AccountKeys others) {
    this.keys = keys;
    this.place = place;
    this.others = others;
  }

  JsonNode call(Caller caller, String operation, Members request) {
    return switch (operation) {
      case "CreateKey" -> create(caller, request);
      case "DescribeKey" -> describe(caller, request.required("KeyId", KEY_ID));
      case "ListKeys" -> list(caller, request);
      case "CreateAlias" -> {
        String alias = request.required("AliasName", ALIAS);
        keys.alias(caller, alias, request.required("TargetKeyId", KEY_ID));
        yield Json.object();
      }
      case "ListAliases" -> aliases(caller, request);
      case "Encrypt" -> encrypt(caller, request);
      case "Decrypt" -> decrypt(caller, request);
      case "ReEncrypt" -> reEncrypt(caller, request);
      case "GenerateDataKey" -> dataKey(caller, operation, request);
      case "GenerateDataKeyWithoutPlaintext" -> {
        ObjectNode answer = dataKey(caller, operation, request);
        answer.remove("Plaintext");
        yield answer;
      }
      case "GenerateRandom" -> random(caller, request);
      default -> throw WireErrors.unknownOperation(operation);
    };
  }

  private JsonNode describe(Caller caller, String keyId) {
    return others
        .find(keyId)
        .map(other -> KeyAnswers.metadata(keys.described(caller, keyId, other), place.account()))
        .orElseGet(() -> KeyAnswers.metadata(keys.describe(caller, keyId), place.account()));
  }

  private JsonNode create(Caller caller, Members request) {
    String store = request.optional("CustomKeyStoreId", KmsShapes.STORE_ID);
    String origin = request.optional("Origin", ORIGIN);
    String description = request.optional("Description", Shape.text(0, 8192));
    String xksKey = request.optional("XksKeyId", XKS_KEY_ID);
    if (store == null) {
      throw ServiceError.refusal(
          "UnsupportedOperationException",
          "The simulated KMS has keys in custom key stores alone: give CustomKeyStoreId.");
    }
    StoreKey key = keys.create(
        caller,
        store,
        origin == null ? "AWS_KMS" : origin,
        description == null ? "" : description,
        xksKey);
    return KeyAnswers.metadata(keys.shown(key), place.account());
  }

  private JsonNode list(Caller caller, Members request) {
    Integer limit = request.integer("Limit", 1, 1000);
    String marker = request.optional("Marker", KmsShapes.MARKER);
    return KeyAnswers.page(
        keys.list(caller),
        limit == null ? 100 : limit,
        marker,
        "Keys",
        key -> Json.object().put("KeyId", key.id()).put("KeyArn", key.arn()));
  }

  private JsonNode aliases(Caller caller, Members request) {
    Integer limit = request.integer("Limit", 1, 100);
    String marker = request.optional("Marker", KmsShapes.MARKER);
    Map<String, String> found = keys.aliases(caller, request.optional("KeyId", KEY_ID));
    return KeyAnswers.page(
        List.copyOf(found.entrySet()),
        limit == null ? 50 : limit,
        marker,
        "Aliases",
        alias -> Json.object()
            .put("AliasName", alias.getKey())
            .put("AliasArn", place.arn("kms", alias.getKey()))
            .put("TargetKeyId", alias.getValue().substring(alias.getValue().lastIndexOf('/') + 1)));
  }

  private JsonNode encrypt(Caller caller, Members request) {
    byte[] plaintext = request.requiredBlob("Plaintext", 1, MAX_PLAINTEXT);
    Encrypted encrypted = keys.encrypt(
        caller,
        "Encrypt",
        request.required("KeyId", KEY_ID),
        plaintext,
        request.strings("EncryptionContext"));
    return blob(encrypted).put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private JsonNode decrypt(Caller caller, Members request) {
    Decrypted decrypted = keys.decrypt(
        caller,
        request.requiredBlob("CiphertextBlob", 1, MAX_CIPHERTEXT),
        request.optional("KeyId", KEY_ID),
        request.strings("EncryptionContext"));
    return Json.object()
        .put("KeyId", decrypted.keyArn())
        .put("Plaintext", base64(decrypted.plaintext()))
        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private JsonNode reEncrypt(Caller caller, Members request) {
    var source = new Sealed(
        request.requiredBlob("CiphertextBlob", 1, MAX_CIPHERTEXT),
        request.optional("SourceKeyId", KEY_ID),
        request.strings("SourceEncryptionContext"));
    ReEncrypted answer = keys.reEncrypt(
        caller,
        source,
        request.required("DestinationKeyId", KEY_ID),
        request.strings("DestinationEncryptionContext"));
    return blob(answer.encrypted())
        .put("SourceKeyId", answer.sourceKeyArn())
        .put("SourceEncryptionAlgorithm", "SYMMETRIC_DEFAULT")
        .put("DestinationEncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private ObjectNode dataKey(Caller caller, String operation, Members request) {
    Integer bytes = request.integer("NumberOfBytes", 1, 1024);
    String spec = request.optional("KeySpec", KEY_SPEC);
    if ((bytes == null) == (spec == null)) {
      throw ServiceError.validation("Please specify either number of bytes or key spec.");
    }
    int length = bytes != null ? bytes : "AES_256".equals(spec) ? 32 : 16;
    byte[] plaintext = keys.dataKey(length);
    Encrypted encrypted = keys.encrypt(
        caller,
        operation,
        request.required("KeyId", KEY_ID),
        plaintext,
        request.strings("EncryptionContext"));
    return blob(encrypted).put("Plaintext", base64(plaintext));
  }

  private JsonNode random(Caller caller, Members request) {
    Integer bytes = request.integer("NumberOfBytes", 1, 1024);
    if (bytes == null) {
      throw Members.missing("NumberOfBytes");
    }
    String store = request.optional("CustomKeyStoreId", KmsShapes.STORE_ID);
    return Json.object().put("Plaintext", base64(keys.random(caller, bytes, store)));
  }

  private static ObjectNode blob(Encrypted encrypted) {
    return Json.object()
        .put("KeyId", encrypted.keyArn())
        .put("CiphertextBlob", base64(encrypted.blob()));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
