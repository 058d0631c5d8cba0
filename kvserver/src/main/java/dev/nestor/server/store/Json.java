package dev.nestor.server.store;

import dev.nestor.document.Document;
import dev.nestor.document.Value;
import java.util.Locale;

/**
 * A JSON value on its way into the state, as the bytes of its packed document. Packed where the client's text is
 * read, so that every replica only stores it. Checked no further than that the bytes are of one value's length.
 */
public record Json(Bytes packed) {
    public Json {
        StoreLimits.requirePacked(packed);
        int taken = packed.length() == 0 ? -1 : root(packed).packedSize();
        if (taken != packed.length()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a packed value has not %d bytes", packed.length()));
        }
    }

    public static Json of(Document document) {
        return new Json(Bytes.wrap(document.packed()));
    }

    public static Json of(Value value) {
        return of(value.toDocument());
    }

    public Value value() {
        return root(packed);
    }

    private static Value root(Bytes packed) {
        return Document.ofPacked(packed.array(), packed.offset(), packed.length())
                .root();
    }

    @Override
    public String toString() {
        return value().toString();
    }
}
