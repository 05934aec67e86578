/** The workflow file that is deployed, read, checked and run on a virtual clock. */
@NullMarked
package io.github.keymend.lab.asl;

import org.jspecify.annotations.NullMarked;
