package io.github.keymend.domain.store;

/**
 * Which custom key store: everything about it that does not change with its connection.
 *
 * @param customKeyStoreId the id that KMS gave it; acts go by it, never by the name
 * @param customKeyStoreName the friendly name, unique in account and Region, changeable
 * @param type what stands behind it
 * @param backing the cluster or the proxy in words, for messages
 */
public record Identity(
    String customKeyStoreId, String customKeyStoreName, StoreType type, String backing) {}
