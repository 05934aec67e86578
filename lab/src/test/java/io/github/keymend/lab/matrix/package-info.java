@NullMarked
package io.github.keymend.lab.matrix;

import org.jspecify.annotations.NullMarked;
