package dev.nestor.protocol.command;

import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.List;

/** A map reply under construction: named fields, in order. */
final class Fields {
    private final List<Reply> items = new ArrayList<>();

    Fields put(String name, Reply value) {
        items.add(Reply.bulk(name));
        items.add(value);
        return this;
    }

    Fields put(String name, String value) {
        return put(name, Reply.bulk(value));
    }

    Fields put(String name, int value) {
        return put(name, new Reply.Int(value));
    }

    Reply reply() {
        return new Reply.Map(List.copyOf(items));
    }
}
