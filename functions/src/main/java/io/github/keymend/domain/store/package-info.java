/** A custom key store as KMS shows it: its type, its connection state, its error code, and what was seen of it. */
@NullMarked
package io.github.keymend.domain.store;

import org.jspecify.annotations.NullMarked;
