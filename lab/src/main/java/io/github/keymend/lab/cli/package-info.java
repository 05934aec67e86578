/** The command line: one command a file, each registered in {@link io.github.keymend.lab.cli.Keymend}. */
@NullMarked
package io.github.keymend.lab.cli;

import org.jspecify.annotations.NullMarked;
