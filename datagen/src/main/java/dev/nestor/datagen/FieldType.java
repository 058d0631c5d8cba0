package dev.nestor.datagen;

import java.util.Optional;

/** What values a field takes when it is not a nested object. */
public enum FieldType {
    /** One or more ASCII letters. */
    STRING,
    /** A whole number from 0 to 1000. */
    INT,
    /** A number from 0 to 100 with at most three decimals. */
    FLOAT,
    /** {@code true} or {@code false}. */
    BOOLEAN;

    /** The type of that name in a key file; empty where there is none, which counts as a boolean there. */
    static Optional<FieldType> named(String word) {
        return switch (word) {
            case "string" -> Optional.of(STRING);
            case "int" -> Optional.of(INT);
            case "float" -> Optional.of(FLOAT);
            case "boolean", "bool" -> Optional.of(BOOLEAN);
            default -> Optional.empty();
        };
    }
}
