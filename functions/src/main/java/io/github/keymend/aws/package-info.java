/** The adapters: AWS behind the ports. */
@NullMarked
package io.github.keymend.aws;

import org.jspecify.annotations.NullMarked;
