/** What can go wrong with keymend itself: with its executions, its functions, its memory, its events. */
@NullMarked
package io.github.keymend.lab.stage.fault;

import org.jspecify.annotations.NullMarked;
