/** What the domain needs from the world. */
@NullMarked
package io.github.keymend.port;

import org.jspecify.annotations.NullMarked;
