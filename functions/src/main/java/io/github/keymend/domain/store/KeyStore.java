package io.github.keymend.domain.store;

import org.jspecify.annotations.Nullable;

/**
 * One answer of KMS about one custom key store.
 *
 * @param identity which store it is
 * @param state where it stands
 * @param code why the connect failed; present only while {@link ConnectionState#FAILED}
 */
public record KeyStore(
    Identity identity, ConnectionState state, @Nullable ConnectionErrorCode code) {}
