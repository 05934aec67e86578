/** What all simulated services share: who calls, what fails on purpose, and the log of every call. */
@NullMarked
package io.github.keymend.lab.service;

import org.jspecify.annotations.NullMarked;
