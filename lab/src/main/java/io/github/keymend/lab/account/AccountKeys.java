package io.github.keymend.lab.account;

import io.github.keymend.lab.service.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that something of keymend can be under when the account is not well. */
public final class AccountKeys {
  /** A customer managed key in KMS itself. */
  public static final AccountKey OWN = key("1", "Enabled", "CUSTOMER", null);

  /** One that is disabled. */
  public static final AccountKey DISABLED = key("2", "Disabled", "CUSTOMER", null);

  /** One in the first custom key store of the lab. */
  public static final AccountKey IN_STORE =
      key("3", "Enabled", "CUSTOMER", "cks-1234567890abcdef0");

  /** The key that AWS manages for SNS. */
  public static final AccountKey OF_SNS = key("4", "Enabled", "AWS", null);

  private static final String SNS_ALIAS = "alias/aws/sns";

  /**
   * One key.
   *
   * @param id its id
   * @param arn its ARN
   * @param state KeyState
   * @param manager AWS or CUSTOMER
   * @param customKeyStoreId the store that holds it, or null
   */
  public record AccountKey(
      String id,
      String arn,
      String state,
      String manager,
      @Nullable String customKeyStoreId) {}

  /** The key with this id, ARN or alias. */
  public Optional<AccountKey> find(String keyId) {
    if (keyId.endsWith(SNS_ALIAS)) {
      return Optional.of(OF_SNS);
    }
    return List.of(OWN, DISABLED, IN_STORE, OF_SNS).stream()
        .filter(each -> each.id().equals(keyId) || each.arn().equals(keyId))
        .findFirst();
  }

  private static AccountKey key(
      String digit, String state, String manager, @Nullable String customKeyStoreId) {
    String id = "0000000" + digit + "-aaaa-4bbb-8ccc-dddddddddddd";
    return new AccountKey(
        id, Place.DEFAULT.arn("kms", "key/" + id), state, manager, customKeyStoreId);
  }
}
