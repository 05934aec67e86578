/** One handler for each task of the workflow, and the sweep: JSON in, one call into the domain, JSON out. */
@NullMarked
package io.github.keymend.step;

import org.jspecify.annotations.NullMarked;
