/**
 * What the lab plays: a {@link io.github.keymend.lab.scenario.Scenario} is a store and a script, a {@link
 * io.github.keymend.lab.scenario.Rehearsal} plays it on the whole of keymend, its {@link
 * io.github.keymend.lab.scenario.Outcome} is held against what was expected.
 */
@NullMarked
package io.github.keymend.lab.scenario;

import org.jspecify.annotations.NullMarked;
