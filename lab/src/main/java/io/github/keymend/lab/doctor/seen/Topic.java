package io.github.keymend.lab.doctor.seen;

import org.jspecify.annotations.Nullable;

/**
 * An SNS topic.
 *
 * @param arn its ARN
 * @param kmsKeyId KmsMasterKeyId; null: messages are not encrypted by a key of KMS
 */
public record Topic(String arn, @Nullable String kmsKeyId) {}
