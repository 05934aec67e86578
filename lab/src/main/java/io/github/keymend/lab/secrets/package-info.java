/** The simulated AWS Secrets Manager: secrets, their versions and stages. */
@NullMarked
package io.github.keymend.lab.secrets;

import org.jspecify.annotations.NullMarked;
