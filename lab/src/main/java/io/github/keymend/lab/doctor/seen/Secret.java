package io.github.keymend.lab.doctor.seen;

import org.jspecify.annotations.Nullable;

/**
 * A secret without its value.
 *
 * @param arn its ARN
 * @param kmsKeyId the key that encrypts it; null: alias/aws/secretsmanager
 * @param deleted whether it is scheduled for deletion
 * @param current whether a version is AWSCURRENT
 */
public record Secret(String arn, @Nullable String kmsKeyId, boolean deleted, boolean current) {}
