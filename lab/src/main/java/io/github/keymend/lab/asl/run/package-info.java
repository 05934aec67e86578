/** Runs one execution of a workflow, one state at a time, on a virtual clock. */
@NullMarked
package io.github.keymend.lab.asl.run;

import org.jspecify.annotations.NullMarked;
