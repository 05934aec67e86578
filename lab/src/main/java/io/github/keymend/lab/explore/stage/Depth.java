package io.github.keymend.lab.explore.stage;

import io.github.keymend.port.StoreItems;

/** How much of the deployed application is played for real. */
public interface Depth {
  /** The memory of one history. */
  StoreItems memory();

  /** keymend, built of the props. */
  Machinery build(Props props);
}
