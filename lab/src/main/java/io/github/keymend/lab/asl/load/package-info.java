/** Reads a workflow file and refuses what AWS, or we, would not accept. */
@NullMarked
package io.github.keymend.lab.asl.load;

import org.jspecify.annotations.NullMarked;
