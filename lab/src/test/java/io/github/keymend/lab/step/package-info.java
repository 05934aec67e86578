/** The steps of the workflow: what they take, what they refuse, and what the workflow counts on. */
@NullMarked
package io.github.keymend.lab.step;

import org.jspecify.annotations.NullMarked;
