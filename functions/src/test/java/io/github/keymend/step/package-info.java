@NullMarked
package io.github.keymend.step;

import org.jspecify.annotations.NullMarked;
