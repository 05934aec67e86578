/** What a workflow file says: states, transitions, error handling. */
@NullMarked
package io.github.keymend.lab.asl.model;

import org.jspecify.annotations.NullMarked;
