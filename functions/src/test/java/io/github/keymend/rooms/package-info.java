/** The rooms of the code, and the arrows between them. */
@NullMarked
package io.github.keymend.rooms;

import org.jspecify.annotations.NullMarked;
