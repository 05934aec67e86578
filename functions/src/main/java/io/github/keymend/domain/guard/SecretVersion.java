package io.github.keymend.domain.guard;

import java.time.Instant;

/**
 * A version of a secret, without its value.
 *
 * @param versionId its id
 * @param createdAt when it was made: what decides, because labels move
 * @param current whether it carries the label AWSCURRENT
 */
public record SecretVersion(String versionId, Instant createdAt, boolean current) {}
