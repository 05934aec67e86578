/** The script {@code keymend} in the root of the project, run with stand-ins for java and mvn. */
@NullMarked
package io.github.keymend.lab.launcher;

import org.jspecify.annotations.NullMarked;
