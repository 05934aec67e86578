/**
 * The simulated AWS KMS custom key stores: what the API accepts in which state, how long a connect takes, and why it
 * fails. {@link io.github.keymend.lab.kms.SimulatedKms} is the way in.
 */
@NullMarked
package io.github.keymend.lab.kms;

import org.jspecify.annotations.NullMarked;
