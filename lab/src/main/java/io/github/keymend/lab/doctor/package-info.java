/**
 * {@code keymend doctor}: looks at a deployed stack with the caller's credentials and says what is wrong with it. What is
 * seen is in {@code seen}, what is thought of it in {@code check} (pure), how AWS is asked in {@code aws}.
 */
@NullMarked
package io.github.keymend.lab.doctor;

import org.jspecify.annotations.NullMarked;
