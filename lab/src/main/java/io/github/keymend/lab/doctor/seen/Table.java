package io.github.keymend.lab.doctor.seen;

import org.jspecify.annotations.Nullable;

/**
 * A DynamoDB table.
 *
 * @param name its name
 * @param status TableStatus
 * @param kmsKeyArn the KMS key; null: a key that DynamoDB owns
 */
public record Table(String name, String status, @Nullable String kmsKeyArn) {}
