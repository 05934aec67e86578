/** keymend without SDK and JSONata: the handlers called as Java, the ports straight on the simulators. */
@NullMarked
package io.github.keymend.lab.explore.core;

import org.jspecify.annotations.NullMarked;
