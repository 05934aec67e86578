/** Where histories are played: simulated AWS, people, and the points at which an invocation can go wrong. */
@NullMarked
package io.github.keymend.lab.explore.stage;

import org.jspecify.annotations.NullMarked;
