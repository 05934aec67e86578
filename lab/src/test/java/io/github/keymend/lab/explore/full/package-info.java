/** What makes the full depth quick leaves it what it is. */
@NullMarked
package io.github.keymend.lab.explore.full;

import org.jspecify.annotations.NullMarked;
