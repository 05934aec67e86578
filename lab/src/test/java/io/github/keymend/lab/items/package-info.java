/** What is remembered: one contract, in memory and on real DynamoDB code. */
@NullMarked
package io.github.keymend.lab.items;

import org.jspecify.annotations.NullMarked;
