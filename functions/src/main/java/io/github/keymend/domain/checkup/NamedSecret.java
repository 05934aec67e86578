package io.github.keymend.domain.checkup;

import org.jspecify.annotations.Nullable;

/**
 * A named secret without its value.
 *
 * @param deleted whether it is scheduled for deletion
 * @param kmsKeyId the key that encrypts it; null: the one that AWS manages for Secrets Manager
 */
public record NamedSecret(boolean deleted, @Nullable String kmsKeyId) {}
