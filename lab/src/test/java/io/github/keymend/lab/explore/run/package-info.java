/** What a run of the exploration tells about itself. */
@NullMarked
package io.github.keymend.lab.explore.run;

import org.jspecify.annotations.NullMarked;
