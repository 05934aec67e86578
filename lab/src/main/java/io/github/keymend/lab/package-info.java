/** The lab: simulated AWS, the deployed workflow on a virtual clock, the command line. Never deployed. */
@NullMarked
package io.github.keymend.lab;

import org.jspecify.annotations.NullMarked;
