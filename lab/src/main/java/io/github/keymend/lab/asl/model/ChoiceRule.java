package io.github.keymend.lab.asl.model;

import io.github.keymend.lab.asl.query.Query;

/**
 * One rule of a Choice.
 *
 * @param condition must give true or false
 * @param exit taken when the condition is true
 */
public record ChoiceRule(Query condition, Exit exit) {}
