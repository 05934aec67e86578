/** The scenarios and what must come of them. */
@NullMarked
package io.github.keymend.lab.scenario;

import org.jspecify.annotations.NullMarked;
