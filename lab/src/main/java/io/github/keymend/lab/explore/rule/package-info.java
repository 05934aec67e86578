/** The rules that must hold, each in a file of its own. */
@NullMarked
package io.github.keymend.lab.explore.rule;

import org.jspecify.annotations.NullMarked;
