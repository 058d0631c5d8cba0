package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.List;

/** A map reply, name by name. For one thread. */
final class ReplyMap {
    private final List<Reply> items = new ArrayList<>();

    ReplyMap put(String name, Reply value) {
        items.add(Reply.bulk(name));
        items.add(value);
        return this;
    }

    ReplyMap put(String name, String value) {
        return put(name, Reply.bulk(value));
    }

    ReplyMap put(String name, long value) {
        return put(name, new Reply.Int(value));
    }

    /** The map of what was put; nothing may be put after it. */
    Reply reply() {
        return new Reply.Map(items);
    }
}
