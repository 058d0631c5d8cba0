package dev.nestor.document;

/** Edits that need no argument. */
public final class SimpleEdit {
    private static final Value EMPTY_OBJECT =
            new PackedWriter().startObject().endObject().toDocument().root();
    private static final Value EMPTY_ARRAY =
            new PackedWriter().startArray().endArray().toDocument().root();
    private static final Value ZERO = Value.of(0);

    private SimpleEdit() {}

    /** The other boolean. */
    public static Value toggle(Value bool) {
        return Value.of(!bool.bool());
    }

    /** An empty container for a container, 0 for a number, every other value as it is. */
    public static Value clear(Value value) {
        return switch (value.kind()) {
            case OBJECT -> EMPTY_OBJECT;
            case ARRAY -> EMPTY_ARRAY;
            case NUMBER -> ZERO;
            case STRING, BOOLEAN, NULL -> value;
        };
    }
}
