/** The daily look at what keymend stands on: somebody hears it, its secrets are there and depend on no store. */
@NullMarked
package io.github.keymend.domain.checkup;

import org.jspecify.annotations.NullMarked;
