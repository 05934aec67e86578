package io.github.keymend.lab.scenario;

/** One step of a script: something that the world or a person does, or time that passes. */
@FunctionalInterface
public interface Step {
  /** Does it. */
  void play(Rehearsal rehearsal);
}
