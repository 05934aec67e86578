package io.github.keymend.lab.sns;

/**
 * A subscription as ListSubscriptionsByTopic shows it.
 *
 * @param protocol such as email
 * @param endpoint where messages go
 * @param arn its ARN; {@code PendingConfirmation} before the endpoint has agreed
 */
public record Subscription(String protocol, String endpoint, String arn) {}
