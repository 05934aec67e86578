/** The simulated Amazon SNS: it takes messages and keeps them for whoever wants to see what was said. */
@NullMarked
package io.github.keymend.lab.sns;

import org.jspecify.annotations.NullMarked;
