/** Each check, as it should be and broken. */
@NullMarked
package io.github.keymend.lab.doctor.check;

import org.jspecify.annotations.NullMarked;
