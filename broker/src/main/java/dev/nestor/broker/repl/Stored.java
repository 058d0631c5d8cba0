package dev.nestor.broker.repl;

import dev.nestor.document.DocumentException;
import dev.nestor.document.Value;

/** What the cluster holds, as a value to be shown. */
final class Stored {
    private Stored() {}

    static Value value(dev.nestor.broker.Value stored) {
        return switch (stored) {
            case dev.nestor.broker.Value.Json(String text) -> Value.parse(text);
            case dev.nestor.broker.Value.Bytes bytes -> Value.of(bytes.text());
        };
    }

    /** Of a record in a range, where nothing tells a document from a string. */
    static Value value(String text) {
        try {
            return Value.parse(text);
        } catch (DocumentException e) {
            return Value.of(text);
        }
    }
}
