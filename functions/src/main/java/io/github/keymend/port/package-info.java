/** TODO. */
@NullMarked
package io.github.keymend.port;

import org.jspecify.annotations.NullMarked;
