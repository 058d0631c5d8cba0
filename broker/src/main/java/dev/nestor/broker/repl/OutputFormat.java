package dev.nestor.broker.repl;

/** How a person wants answers to look. */
public enum OutputFormat {
    /** For people: {@code person0.zip : 263}. */
    TEXT,
    /** A JSON text in one line for each command. */
    JSON,
    /** Tables. */
    TABLE,
    /** Values alone. */
    RAW
}
