/** Virtual time: one clock, and the one queue of things that happen on it. */
@NullMarked
package io.github.keymend.lab.clock;

import org.jspecify.annotations.NullMarked;
