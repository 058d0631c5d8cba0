package dev.nestor.document;

/**
 * New strings from old ones. Whoever puts the result into a document holds its {@link Limits}, by
 * {@link Document#rewrite} or {@link Limits#check}.
 */
public final class StringEdit {
    private StringEdit() {}

    /** One string after the other. Surrogates that make a pair where the two meet become its character. */
    public static Value append(Value string, Value suffix) {
        byte[] left = Wtf8.encode(string.string() + suffix.string());
        return new PackedWriter(left.length + 8)
                .string(left, 0, left.length)
                .toDocument()
                .root();
    }
}
