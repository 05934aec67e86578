package io.github.keymend.lab.secrets;

/**
 * What GetSecretValue answers.
 *
 * @param arn the secret's ARN
 * @param name the secret's name
 * @param version the version with its value
 */
public record FoundVersion(String arn, String name, SecretVersion version) {}
