/** The trouble of one store: what is remembered of it between executions. */
@NullMarked
package io.github.keymend.domain.incident;

import org.jspecify.annotations.NullMarked;
