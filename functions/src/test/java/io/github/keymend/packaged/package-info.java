/** The jar that is deployed, run as Lambda runs it. */
@NullMarked
package io.github.keymend.packaged;

import org.jspecify.annotations.NullMarked;
