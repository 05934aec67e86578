/**
 * The rules of an incident, each with the interleaving that it closes: through the real handlers, the deployed workflow and
 * simulated AWS, judged against KMS's true state and its log of calls.
 */
@NullMarked
package io.github.keymend.lab.protocol;

import org.jspecify.annotations.NullMarked;
