package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.rule.Breach;

/**
 * A history that breaks a rule.
 *
 * @param seed the seed of the history
 * @param breach what it broke
 */
public record Found(long seed, Breach breach) {}
