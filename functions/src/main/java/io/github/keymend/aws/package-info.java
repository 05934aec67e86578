/** TODO. */
@NullMarked
package io.github.keymend.aws;

import org.jspecify.annotations.NullMarked;
