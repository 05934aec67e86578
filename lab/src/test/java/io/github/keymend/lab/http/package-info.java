@NullMarked
package io.github.keymend.lab.http;

import org.jspecify.annotations.NullMarked;
