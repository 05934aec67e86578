/** The exploration holds, and it can fail. */
@NullMarked
package io.github.keymend.lab.explore;

import org.jspecify.annotations.NullMarked;
