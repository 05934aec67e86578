package io.github.keymend.lab.sns;

import io.github.keymend.lab.service.Caller;
import java.time.Instant;

/**
 * A message that SNS took.
 *
 * @param at virtual time
 * @param messageId what Publish answered
 * @param caller who published it
 * @param request what was published
 */
public record Published(Instant at, String messageId, Caller caller, PublishRequest request) {}
