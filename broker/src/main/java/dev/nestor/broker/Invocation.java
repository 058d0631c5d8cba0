package dev.nestor.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.protocol.Request;
import dev.nestor.protocol.command.CommandSpec;
import dev.nestor.protocol.command.CommandTable;
import dev.nestor.protocol.command.Flag;
import dev.nestor.protocol.command.KeyRange;
import dev.nestor.protocol.command.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command with its arguments, and what the command table says about it.
 *
 * @param words the name and the arguments
 * @param spec null for a command that the table does not know
 */
record Invocation(List<byte[]> words, @Nullable CommandSpec spec) {
    private static final Set<String> STATUS = Set.of(
            "mset",
            "setex",
            "psetex",
            "json.set",
            "json.mset",
            "json.merge",
            "type",
            "flushall",
            "info",
            "client|info",
            "client|list",
            "cluster|info",
            "cluster|nodes",
            "nestor.create",
            "nestor.join",
            "nestor.remove",
            "readonly");

    static Invocation of(List<byte[]> words) {
        String[] arguments = words.stream()
                .skip(1)
                .limit(1)
                .map(word -> new String(word, UTF_8))
                .toArray(String[]::new);
        return new Invocation(
                List.copyOf(words),
                CommandTable.NESTOR.find(Request.of(new String(words.getFirst(), UTF_8), arguments)));
    }

    /** A command whose arguments are texts, or bytes. */
    static Invocation of(String name, Object... arguments) {
        return of(Stream.concat(Stream.of(name), Stream.of(arguments))
                .map(Invocation::bytes)
                .toList());
    }

    private static byte[] bytes(Object word) {
        return switch (word) {
            case byte[] bytes -> bytes;
            case Key key -> key.bytes();
            default -> word.toString().getBytes(UTF_8);
        };
    }

    /** The same command with other arguments. */
    Invocation with(List<byte[]> arguments) {
        List<byte[]> all = new ArrayList<>(List.of(words.getFirst()));
        all.addAll(arguments);
        return new Invocation(List.copyOf(all), spec);
    }

    /** The same command with further arguments. */
    Invocation and(Object... arguments) {
        List<byte[]> all = new ArrayList<>(words);
        Stream.of(arguments).map(Invocation::bytes).forEach(all::add);
        return new Invocation(List.copyOf(all), spec);
    }

    /** The command's name in the table's form, or as it was typed. */
    String name() {
        return spec == null ? text(0) : spec.fullName();
    }

    String text(int index) {
        return new String(words.get(index), UTF_8);
    }

    /** The word as a keyword. */
    String keyword(int index) {
        return text(index).toUpperCase(Locale.ROOT);
    }

    /** Where the keys stand; empty when there are none, or too few words. */
    List<Integer> keyIndexes() {
        if (spec == null || !spec.accepts(words.size())) {
            return List.of();
        }
        KeyRange keys = spec.keys();
        if (keys.isEmpty()) {
            return List.of();
        }
        return IntStream.iterate(keys.first(), index -> index <= keys.last(words.size()), index -> index + keys.step())
                .boxed()
                .toList();
    }

    Key key(int index) {
        return new Key(words.get(index));
    }

    /** Whether it changes nothing. */
    boolean isRead() {
        return spec != null && !spec.has(Flag.WRITE) && !spec.has(Flag.ADMIN);
    }

    /** Whether a text in answer is the server's own, and not what somebody stored. */
    boolean answersStatus() {
        return switch (name()) {
            case "set" ->
                IntStream.range(3, words.size())
                        .noneMatch(index -> keyword(index).equals("GET"));
            case "ping" -> words.size() == 1;
            default -> STATUS.contains(name());
        };
    }

    boolean has(Tip tip) {
        return spec != null && spec.tips().contains(tip);
    }
}
