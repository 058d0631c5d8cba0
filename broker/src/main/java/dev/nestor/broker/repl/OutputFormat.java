package dev.nestor.broker.repl;

import java.util.Arrays;
import java.util.Optional;

/** How a person wants answers to look. */
public enum OutputFormat {
    /** For people: {@code person0.zip : 263}. */
    TEXT,
    /** A JSON text in one line for each command. */
    JSON,
    /** Tables. */
    TABLE,
    /** Values alone. */
    RAW;

    /** The format of this name, in any case. */
    public static Optional<OutputFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
