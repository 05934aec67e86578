/**
 * The doors to simulated AWS: real wire protocols, routed to the models. {@link io.github.keymend.lab.door.Router} knows no
 * transport; {@link io.github.keymend.lab.door.LabHttpClient} lets the AWS SDK in without a socket.
 */
@NullMarked
package io.github.keymend.lab.door;

import org.jspecify.annotations.NullMarked;
