/** The decision table: for each way a connection fails, the remedy and what a person is to do. */
@NullMarked
package io.github.keymend.domain.table;

import org.jspecify.annotations.NullMarked;
