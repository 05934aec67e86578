package io.github.keymend.lab.doctor.seen;

import org.jspecify.annotations.Nullable;

/**
 * A KMS key, as DescribeKey shows it.
 *
 * @param arn its ARN
 * @param state KeyState, such as Enabled
 * @param managedByAws whether AWS manages it, as alias/aws/secretsmanager
 * @param customKeyStoreId the custom key store that holds it; null: none
 */
public record Key(
    String arn,
    String state,
    boolean managedByAws,
    @Nullable String customKeyStoreId) {}
