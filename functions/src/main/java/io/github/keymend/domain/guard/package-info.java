/** The guard against locking kmsuser, and against trying the same credential twice. */
@NullMarked
package io.github.keymend.domain.guard;

import org.jspecify.annotations.NullMarked;
