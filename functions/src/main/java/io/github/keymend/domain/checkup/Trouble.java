package io.github.keymend.domain.checkup;

/**
 * Something that the daily look found.
 *
 * @param id stable for the same trouble of the same thing
 * @param title a few words of plain ASCII, for a subject
 * @param what what was seen, and why it matters
 * @param remedy what a person does
 */
public record Trouble(String id, String title, String what, String remedy) {}
