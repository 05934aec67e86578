package io.github.keymend.lab.asl.model;

/**
 * One entry of a Catch.
 *
 * @param errors which errors it is for
 * @param exit where they lead; without an output the next state gets the bare {Error, Cause}
 */
public record Catcher(ErrorEquals errors, Exit exit) {}
