package io.github.keymend.lab.asl.model;

import io.github.keymend.lab.asl.query.Template;
import java.util.Map;
import java.util.Optional;

/**
 * A way out of a state: what is remembered, what is handed on, where it leads.
 *
 * @param assign variables, name without the dollar sign
 * @param output what the next state gets; empty means the default of the state
 * @param next the next state; empty means the execution ends
 */
public record Exit(
    Map<String, Template> assign, Optional<Template> output, Optional<String> next) {}
