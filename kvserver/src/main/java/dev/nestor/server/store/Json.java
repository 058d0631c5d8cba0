package dev.nestor.server.store;

import dev.nestor.document.Document;
import dev.nestor.document.Value;

/**
 * A JSON value on its way into the state, as the bytes of its packed document. Packed where the client's text is
 * read, so that every replica only stores it.
 */
public record Json(Bytes packed) {
    public Json {
        if (packed.length() == 0) {
            throw new IllegalArgumentException("a packed value has at least one byte");
        }
    }

    public static Json of(Document document) {
        return new Json(Bytes.wrap(document.packed()));
    }

    public static Json of(Value value) {
        return of(value.toDocument());
    }

    public Document document() {
        return Document.ofPacked(packed.array(), packed.offset(), packed.length());
    }

    public Value value() {
        return document().root();
    }

    @Override
    public String toString() {
        return value().toString();
    }
}
