package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.Secret;

/**
 * What KMS signs its requests to an external key store proxy with; KMS API reference,
 * XksProxyAuthenticationCredentialType.
 *
 * @param accessKeyId 20 to 30 characters of A-Z and 2-7
 * @param secret the raw secret access key, 43 to 64 characters
 */
public record XksCredential(String accessKeyId, Secret secret) {}
