/** How AWS's refusals are told apart. */
@NullMarked
package io.github.keymend.lab.doctor.aws;

import org.jspecify.annotations.NullMarked;
