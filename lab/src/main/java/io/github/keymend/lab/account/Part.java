package io.github.keymend.lab.account;

/**
 * One resource of a deployed stack.
 *
 * @param logicalId its name in the template, or the one that SAM makes
 * @param type such as {@code AWS::SNS::Topic}
 * @param physicalId what {@code Ref} gives
 */
public record Part(String logicalId, String type, String physicalId) {}
