/** The lab's own resource {@code /_lab}: to let things go wrong, to play the people, and to see the truth. */
@NullMarked
package io.github.keymend.lab.http.control;

import org.jspecify.annotations.NullMarked;
