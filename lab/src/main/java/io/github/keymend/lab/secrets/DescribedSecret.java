package io.github.keymend.lab.secrets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DescribeSecret answers.
 *
 * @param arn the secret's ARN
 * @param name the secret's name
 * @param kmsKeyId the key that encrypts it; null: alias/aws/secretsmanager
 * @param deletedAt when its deletion was scheduled; null: it is not
 * @param versions its versions, whose values are not shown
 */
public record DescribedSecret(
    String arn,
    String name,
    @Nullable String kmsKeyId,
    @Nullable Instant deletedAt,
    List<SecretVersion> versions) {}
