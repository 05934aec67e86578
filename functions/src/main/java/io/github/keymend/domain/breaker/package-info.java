/** The circuit breaker of the account: many stores that fail at once are one trouble, which no repair of a store mends. */
@NullMarked
package io.github.keymend.domain.breaker;

import org.jspecify.annotations.NullMarked;
