/**
 * The rest of the simulated account, as far as {@code keymend doctor} and the sweep look at it: the stack that the template
 * makes, and what can be wrong around it. A picture, not a simulation: nothing here acts.
 */
@NullMarked
package io.github.keymend.lab.account;

import org.jspecify.annotations.NullMarked;
