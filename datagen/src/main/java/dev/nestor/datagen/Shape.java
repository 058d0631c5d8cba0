package dev.nestor.datagen;

/**
 * How large a record may become.
 *
 * @param maxDepth greatest nesting, 0 to {@value #MAX_DEPTH}: 0 gives flat records
 * @param maxKeys greatest number of keys in one object, 0 to {@value #MAX_KEYS}; where there are fewer fields, their number
 * @param maxStringLength greatest length of a string, 1 to {@value #MAX_STRING_LENGTH} letters
 */
public record Shape(int maxDepth, int maxKeys, int maxStringLength) {
    /** A record this deep has 128 objects inside each other, which is as deep as a stored document can be. */
    public static final int MAX_DEPTH = 127;

    public static final int MAX_KEYS = 20;
    public static final int MAX_STRING_LENGTH = 1_000_000;

    public Shape {
        check("maxDepth", maxDepth, 0, MAX_DEPTH);
        check("maxKeys", maxKeys, 0, MAX_KEYS);
        check("maxStringLength", maxStringLength, 1, MAX_STRING_LENGTH);
    }

    private static void check(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " " + value + " is not between " + min + " and " + max);
        }
    }
}
