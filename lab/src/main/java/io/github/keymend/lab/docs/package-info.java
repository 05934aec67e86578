/** The parts of the documentation that are made from the code, so that they cannot say anything else. */
@NullMarked
package io.github.keymend.lab.docs;

import org.jspecify.annotations.NullMarked;
