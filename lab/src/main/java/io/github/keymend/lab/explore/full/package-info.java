/** keymend as deployed: the real SDK, the deployed workflow file. */
@NullMarked
package io.github.keymend.lab.explore.full;

import org.jspecify.annotations.NullMarked;
