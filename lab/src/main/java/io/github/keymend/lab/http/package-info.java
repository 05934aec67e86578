/** The HTTP door: one loopback port that speaks AWS's protocols, on a virtual clock that moves by itself. */
@NullMarked
package io.github.keymend.lab.http;

import org.jspecify.annotations.NullMarked;
