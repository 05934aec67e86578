/** What a responder reads. */
@NullMarked
package io.github.keymend.domain.message;

import org.jspecify.annotations.NullMarked;
