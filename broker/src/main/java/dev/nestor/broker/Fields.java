package dev.nestor.broker;

import dev.nestor.protocol.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A map of named fields as servers send it: a map in RESP3, an array of names and values in RESP2. */
record Fields(Map<String, Reply> values) {
    /**
     * The fields of such a reply.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Fields of(Reply reply) {
        List<Reply> items = items(reply);
        Map<String, Reply> values = new LinkedHashMap<>();
        for (int i = 0; i + 1 < items.size(); i += 2) {
            values.put(text(items.get(i)), items.get(i + 1));
        }
        return new Fields(values);
    }

    String text(String name) {
        return text(get(name));
    }

    long number(String name) {
        return number(get(name));
    }

    int small(String name) {
        return Math.toIntExact(number(name));
    }

    /** Empty for nil, and for what is not there. */
    Optional<String> maybe(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.equals(Reply.NIL))
                .map(Fields::text);
    }

    <T> List<T> list(String name, Function<Reply, T> item) {
        return items(get(name)).stream().map(item).toList();
    }

    private Reply get(String name) {
        Reply value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + name + " in the answer");
        }
        return value;
    }

    /** The items of any container. */
    static List<Reply> items(Reply reply) {
        return switch (reply) {
            case Reply.Array array -> array.items();
            case Reply.Map map -> map.items();
            case Reply.Set set -> set.items();
            default -> throw new IllegalArgumentException("expected a list, found " + reply);
        };
    }

    static String text(Reply reply) {
        return switch (reply) {
            case Reply.Bulk bulk -> bulk.text();
            case Reply.Simple simple -> simple.text();
            case Reply.Verbatim verbatim -> verbatim.text();
            default -> throw new IllegalArgumentException("expected a text, found " + reply);
        };
    }

    static long number(Reply reply) {
        return reply instanceof Reply.Int(long value) ? value : Long.parseLong(text(reply));
    }
}
