/** JSONata as Step Functions evaluates it. */
@NullMarked
package io.github.keymend.lab.asl.query;

import org.jspecify.annotations.NullMarked;
