package dev.nestor.broker.repl;

import dev.nestor.broker.Cursor;
import dev.nestor.broker.Entry;
import dev.nestor.broker.Key;
import dev.nestor.document.Value;
import dev.nestor.protocol.Reply;
import java.util.List;

/** What a command came to, before a {@link Format} puts it into words. */
public sealed interface Result {

    /**
     * A value.
     *
     * @param name what was asked for, as people write it
     */
    record Found(String name, Value value) implements Result {}

    /** There is nothing of that name. */
    record NotFound(String name) implements Result {}

    /** One word for what was done: CREATED, UPDATED. */
    record Done(String word) implements Result {}

    /** What was done to what, or how it is: {@code person2 : DELETED}. */
    record Said(String name, String word) implements Result {}

    record Count(long number) implements Result {}

    /** Keys in order; at most {@code limit} of them are wanted. */
    record Keys(Cursor<Key> cursor, Limit limit) implements Result {}

    /** Records in order; at most {@code limit} of them are wanted. */
    record Records(Cursor<Entry> cursor, Limit limit) implements Result {}

    /**
     * Tables, and what is to be said about them.
     *
     * @param remarks a line each
     */
    record Report(List<Table> tables, List<String> remarks) implements Result {
        public Report {
            tables = List.copyOf(tables);
            remarks = List.copyOf(remarks);
        }
    }

    /** Lines for people. */
    record Text(List<String> lines) implements Result {
        public Text {
            lines = List.copyOf(lines);
        }
    }

    /** A reply to a raw command. */
    record Raw(Reply reply) implements Result {}
}
