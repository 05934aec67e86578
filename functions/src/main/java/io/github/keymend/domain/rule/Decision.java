package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.StoreItem;

/**
 * A decision, and the item that it leaves behind.
 *
 * @param item what is remembered from here on
 * @param next what the workflow does
 */
public record Decision(StoreItem item, Next next) {}
