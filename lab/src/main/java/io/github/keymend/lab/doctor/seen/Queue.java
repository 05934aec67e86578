package io.github.keymend.lab.doctor.seen;

import org.jspecify.annotations.Nullable;

/**
 * An SQS queue.
 *
 * @param waiting messages that wait to be read, about
 * @param kmsKeyId the KMS key; null: SSE-SQS or none
 */
public record Queue(long waiting, @Nullable String kmsKeyId) {}
