/** Playing many histories, shrinking those that break a rule, and the report. */
@NullMarked
package io.github.keymend.lab.explore.run;

import org.jspecify.annotations.NullMarked;
