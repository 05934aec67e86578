package io.github.keymend.step;

import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.Checkups;
import io.github.keymend.port.Executions;
import io.github.keymend.port.KeyStoreActs;
import io.github.keymend.port.KeyStores;
import io.github.keymend.port.Messenger;
import io.github.keymend.port.Meter;
import io.github.keymend.port.Secrets;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.Surroundings;
import java.time.Clock;

/**
 * All that the steps need: the ports, the operator's settings, the words, the time.
 *
 * @param keyStores reads KMS
 * @param acts changes stores
 * @param secrets the named secrets
 * @param items what is remembered
 * @param breaker what is remembered of the account's circuit breaker
 * @param messenger the way to people
 * @param executions the workflow's executions
 * @param surroundings what keymend stands on
 * @param checkups what is remembered of the daily look at them
 * @param settings what the operator has set
 * @param letters the words
 * @param meter the operator's metrics
 * @param clock the time
 */
public record World(
    KeyStores keyStores,
    KeyStoreActs acts,
    Secrets secrets,
    StoreItems items,
    BreakerItem breaker,
    Messenger messenger,
    Executions executions,
    Surroundings surroundings,
    Checkups checkups,
    Settings settings,
    Letters letters,
    Meter meter,
    Clock clock) {}
