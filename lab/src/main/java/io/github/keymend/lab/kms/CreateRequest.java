package io.github.keymend.lab.kms;

/**
 * What CreateCustomKeyStore is asked.
 *
 * @param name the new store's name
 * @param backing what is behind it
 */
public record CreateRequest(String name, Backing backing) {}
