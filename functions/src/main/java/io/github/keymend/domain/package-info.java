/** What keymend knows and decides: pure Java without AWS types, clock or randomness of its own. */
@NullMarked
package io.github.keymend.domain;

import org.jspecify.annotations.NullMarked;
