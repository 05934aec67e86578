/** What people and other programs do to a store, and what they may command. */
@NullMarked
package io.github.keymend.domain.people;

import org.jspecify.annotations.NullMarked;
