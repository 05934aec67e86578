/** The whole of keymend on simulated AWS: the deployed workflow, the real handlers, the sweep, people and events. */
@NullMarked
package io.github.keymend.lab.stage;

import org.jspecify.annotations.NullMarked;
