/** What doctor needs and finds. */
@NullMarked
package io.github.keymend.lab.doctor;

import org.jspecify.annotations.NullMarked;
