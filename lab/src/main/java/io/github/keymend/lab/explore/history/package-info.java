/** What happens in one history, as a value: made from a seed, shrunk, written down, replayed. */
@NullMarked
package io.github.keymend.lab.explore.history;

import org.jspecify.annotations.NullMarked;
