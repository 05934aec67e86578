/** Asks AWS for what doctor wants to see, by the SDK. */
@NullMarked
package io.github.keymend.lab.doctor.aws;

import org.jspecify.annotations.NullMarked;
