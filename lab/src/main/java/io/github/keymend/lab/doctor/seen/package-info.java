/** What doctor sees of an account: no AWS types in it. */
@NullMarked
package io.github.keymend.lab.doctor.seen;

import org.jspecify.annotations.NullMarked;
