/** The rules: what counts as seen, what is decided, what may be done, how an incident is parked and closed. */
@NullMarked
package io.github.keymend.domain.rule;

import org.jspecify.annotations.NullMarked;
