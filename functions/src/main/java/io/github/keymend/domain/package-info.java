/** TODO. */
@NullMarked
package io.github.keymend.domain;

import org.jspecify.annotations.NullMarked;
