/** What doctor thinks of what it sees: pure, one class a check. */
@NullMarked
package io.github.keymend.lab.doctor.check;

import org.jspecify.annotations.NullMarked;
