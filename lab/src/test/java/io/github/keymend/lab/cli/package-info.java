/** The command line, run in this process. */
@NullMarked
package io.github.keymend.lab.cli;

import org.jspecify.annotations.NullMarked;
