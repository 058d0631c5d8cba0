package dev.nestor.broker;

/**
 * A record of a range.
 *
 * @param value the JSON text of a document in one line, or a string as it is
 */
public record Entry(Key key, String value) {}
