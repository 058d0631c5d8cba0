package dev.nestor.server.command;

import dev.nestor.document.Elements;
import dev.nestor.document.Value;
import dev.nestor.protocol.Reply;

/**
 * JSON.ARRINDEX: looks for a value among an array's elements from {@code start}, inclusive, to {@code stop}, exclusive.
 * Negative indexes count from the end, what lies outside is clipped, and a stop of 0 is the end.
 */
record ArraySearch(Value wanted, long start, long stop) {
    private static final Reply NOT_FOUND = new Reply.Int(-1);

    /** The index in what a legacy path leads to; an error if that is no array. */
    Reply inFirst(Value value) {
        return value.kind() == Value.Kind.ARRAY ? indexIn(value) : JsonFailures.expected("array", value);
    }

    /** The index in what a JSONPath leads to; nil if that is no array. */
    Reply inArray(Value value) {
        return value.kind() == Value.Kind.ARRAY ? indexIn(value) : Reply.NIL;
    }

    private Reply indexIn(Value array) {
        long size = array.size();
        long from = start < 0 ? Math.max(0, size + start) : Math.min(start, size - 1);
        long to = stop == 0 ? size : stop < 0 ? Math.max(0, size + stop) : Math.min(stop, size);
        long index = 0;
        for (Elements elements = array.elements(); index < to && elements.next(); index++) {
            if (index >= from && elements.value().equals(wanted)) {
                return new Reply.Int(index);
            }
        }
        return NOT_FOUND;
    }
}
