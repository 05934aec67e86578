package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.AccountKeys.AccountKey;
import io.github.keymend.lab.kms.HsmBacking;
import io.github.keymend.lab.kms.KeyOperations.ShownKey;
import io.github.keymend.lab.kms.KeyState;
import io.github.keymend.lab.kms.StoreKey;
import io.github.keymend.lab.service.ServiceError;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the answers of the operations on keys; KMS API reference, KeyMetadata. */
final class KeyAnswers {
  private static final String MARKER = "from:";
  private static final Duration DELETION_WINDOW = Duration.ofDays(30);

  private KeyAnswers() {}

  static ObjectNode metadata(ShownKey shown, String account) {
    StoreKey key = shown.key();
    ObjectNode answer = Json.object();
    ObjectNode data = answer.putObject("KeyMetadata");
    data.put("AWSAccountId", account).put("KeyId", key.id()).put("Arn", key.arn());
    data.set("CreationDate", Json.time(key.created()));
    data.put("Enabled", shown.state() == KeyState.ENABLED);
    data.put("Description", key.description());
    data.put("KeyUsage", "ENCRYPT_DECRYPT").put("KeyState", state(shown.state()));
    if (shown.state() == KeyState.PENDING_DELETION) {
      data.set("DeletionDate", Json.time(key.created().plus(DELETION_WINDOW)));
    }
    data.put("KeyManager", "CUSTOMER").put("CustomKeyStoreId", key.storeId());
    data.put("KeySpec", "SYMMETRIC_DEFAULT").put("CustomerMasterKeySpec", "SYMMETRIC_DEFAULT");
    data.putArray("EncryptionAlgorithms").add("SYMMETRIC_DEFAULT");
    data.put("MultiRegion", false);
    if (shown.store().backing() instanceof HsmBacking hsm) {
      data.put("Origin", "AWS_CLOUDHSM").put("CloudHsmClusterId", hsm.clusterId());
    } else {
      data.put("Origin", "EXTERNAL_KEY_STORE");
      data.putObject("XksKeyConfiguration").put("Id", key.xksKeyId());
    }
    return answer;
  }

  /** A key that is in no store of the lab, as far as doctor and the sweep look at it. */
  static ObjectNode metadata(AccountKey key, String account) {
    ObjectNode answer = Json.object();
    ObjectNode data = answer.putObject("KeyMetadata");
    data.put("AWSAccountId", account).put("KeyId", key.id()).put("Arn", key.arn());
    data.put("Enabled", key.state().equals("Enabled")).put("KeyState", key.state());
    data.put("KeyUsage", "ENCRYPT_DECRYPT").put("KeyManager", key.manager());
    data.put("KeySpec", "SYMMETRIC_DEFAULT").put("MultiRegion", false);
    if (key.customKeyStoreId() != null) {
      data.put("CustomKeyStoreId", key.customKeyStoreId());
    }
    return answer;
  }

  /** One page of {@code all}, from {@code marker} on. */
  static <T> ObjectNode page(
      List<T> all,
      int limit,
      @Nullable String marker,
      String member,
      Function<T, ObjectNode> entry) {
    int from = marker == null ? 0 : position(marker, all.size());
    int to = Math.min(all.size(), from + limit);
    ObjectNode answer = Json.object();
    ArrayNode entries = answer.putArray(member);
    all.subList(from, to).forEach(each -> entries.add(entry.apply(each)));
    if (to < all.size()) {
      answer.put(
          "NextMarker", Base64.getUrlEncoder().encodeToString((MARKER + to).getBytes(UTF_8)));
    }
    return answer.put("Truncated", to < all.size());
  }

  private static String state(KeyState state) {
    return switch (state) {
      case ENABLED -> "Enabled";
      case DISABLED -> "Disabled";
      case PENDING_DELETION -> "PendingDeletion";
      case UNAVAILABLE -> "Unavailable";
    };
  }

  private static int position(String marker, int size) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(marker), UTF_8);
      if (text.matches(MARKER + "[0-9]{1,6}")) {
        return Math.min(size, Integer.parseInt(text.substring(MARKER.length())));
      }
    } catch (IllegalArgumentException e) {
      // Falls through: a marker that is not ours.
    }
    throw ServiceError.refusal(
        "InvalidMarkerException", "The marker does not come from this operation.");
  }
}
