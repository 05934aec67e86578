package io.github.keymend.lab.doctor.seen;

/**
 * A subscription to a topic.
 *
 * @param protocol such as email
 * @param endpoint where messages go
 * @param confirmed whether the endpoint has agreed: nothing is sent before
 */
public record Subscription(String protocol, String endpoint, boolean confirmed) {}
