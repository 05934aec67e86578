/** The adapters of the functions, on simulated AWS and on sockets that misbehave. */
@NullMarked
package io.github.keymend.lab.adapter;

import org.jspecify.annotations.NullMarked;
