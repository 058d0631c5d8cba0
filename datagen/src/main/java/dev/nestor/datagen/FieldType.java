package dev.nestor.datagen;

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

    /** The type that a key file means by {@code word}: any word but {@code string}, {@code int} and {@code float} is a boolean. */
    static FieldType named(String word) {
        return switch (word) {
            case "string" -> STRING;
            case "int" -> INT;
            case "float" -> FLOAT;
            default -> BOOLEAN;
        };
    }
}
