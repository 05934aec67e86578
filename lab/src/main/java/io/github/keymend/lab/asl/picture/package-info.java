/** Draws a workflow. */
@NullMarked
package io.github.keymend.lab.asl.picture;

import org.jspecify.annotations.NullMarked;
