package io.github.keymend.domain.checkup;

import org.jspecify.annotations.Nullable;

/**
 * A KMS key that encrypts something keymend needs.
 *
 * @param enabled whether it can be used
 * @param customKeyStoreId the custom key store that holds it; null: none
 */
public record EncryptionKey(boolean enabled, @Nullable String customKeyStoreId) {}
