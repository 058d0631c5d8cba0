package dev.nestor.protocol.command;

import dev.nestor.protocol.command.Argument.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the line of a {@link Syntax} by recursive descent; the same word means the same kind of value everywhere. */
final class SyntaxParser {
    private static final Set<String> INTEGERS = Set.of(
            "seconds",
            "milliseconds",
            "unix-time-seconds",
            "unix-time-milliseconds",
            "count",
            "increment",
            "decrement",
            "index",
            "start",
            "stop",
            "slot",
            "cursor",
            "client-id",
            "protover",
            "replicas",
            "partitions");
    private static final Set<String> DOUBLES = Set.of("number");

    private final String line;
    private final List<String> words;
    private int at;

    SyntaxParser(String line) {
        this.line = line;
        String spaced = line.replaceAll("([\\[\\]<>|])", " $1 ").strip();
        this.words = List.of(spaced.split(" +"));
    }

    Syntax parse() {
        List<String> name = new ArrayList<>();
        while (at < words.size() && isToken(words.get(at))) {
            name.add(words.get(at++));
        }
        List<Argument> arguments = sequence();
        if (name.isEmpty() || name.size() > 2 || at < words.size()) {
            throw new IllegalArgumentException("Not a syntax line: " + line);
        }
        return new Syntax(line, List.copyOf(name), arguments);
    }

    /** Items up to the end of the line or of the group around them. */
    private List<Argument> sequence() {
        List<Argument> items = new ArrayList<>();
        while (at < words.size() && !Set.of("]", ">", "|", "...").contains(words.get(at))) {
            String word = words.get(at++);
            switch (word) {
                case "[" -> optional(items);
                case "<" -> add(items, group(">"));
                default -> add(items, isToken(word) ? token(word) : value(word));
            }
        }
        return List.copyOf(items);
    }

    /** A group in brackets, which may be the second half of a repetition: {@code key value [key value ...]}. */
    private void optional(List<Argument> items) {
        Argument group = group("]");
        List<Argument> repeated = group.kind() == Kind.BLOCK ? group.parts() : List.of(group.asMultiple());
        int start = items.size() - repeated.size();
        boolean repeats = group.multiple() && start >= 0 && sameValues(items.subList(start, items.size()), repeated);
        if (!repeats) {
            items.add(group.asOptional());
            return;
        }
        Argument first = items.get(start);
        items.subList(start, items.size()).clear();
        items.add(repeated.size() == 1 ? first.asMultiple() : group);
    }

    private static boolean sameValues(List<Argument> once, List<Argument> again) {
        return names(once).equals(names(again));
    }

    private static List<String> names(List<Argument> arguments) {
        return arguments.stream().map(Argument::name).toList();
    }

    /** What stands between brackets: alternatives, or one sequence, which three dots make repeatable. */
    private Argument group(String end) {
        List<Argument> alternatives = new ArrayList<>(List.of(single(sequence())));
        while (at < words.size() && words.get(at).equals("|")) {
            at++;
            alternatives.add(single(sequence()));
        }
        boolean multiple = at < words.size() && words.get(at).equals("...");
        at += multiple ? 1 : 0;
        if (at == words.size() || !words.get(at++).equals(end)) {
            throw new IllegalArgumentException("No '" + end + "' in: " + line);
        }
        Argument group = alternatives.size() == 1 ? alternatives.getFirst() : composed(Kind.ONEOF, "|", alternatives);
        return multiple ? group.asMultiple() : group;
    }

    private Argument single(List<Argument> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("An empty group in: " + line);
        }
        return items.size() == 1 ? items.getFirst() : composed(Kind.BLOCK, "-", items);
    }

    private static Argument composed(Kind kind, String between, List<Argument> parts) {
        String name = parts.stream().map(Argument::name).collect(Collectors.joining(between));
        return new Argument(name, kind, null, false, false, List.copyOf(parts));
    }

    /** Adds an item; a keyword and the value behind it are one argument. */
    private static void add(List<Argument> items, Argument item) {
        Argument before = items.isEmpty() ? null : items.getLast();
        String token = before == null || before.kind() != Kind.TOKEN || before.optional() ? null : before.token();
        if (token != null && item.token() == null) {
            items.removeLast();
            items.add(item.withToken(token));
        } else {
            items.add(item);
        }
    }

    private static Argument token(String word) {
        return new Argument(word.toLowerCase(Locale.ROOT), Kind.TOKEN, word, false, false, List.of());
    }

    private static Argument value(String word) {
        return new Argument(word, kind(word), null, false, false, List.of());
    }

    private static Kind kind(String word) {
        if (INTEGERS.contains(word)) {
            return Kind.INTEGER;
        }
        return switch (word) {
            case "key" -> Kind.KEY;
            case "pattern" -> Kind.PATTERN;
            default -> DOUBLES.contains(word) ? Kind.DOUBLE : Kind.STRING;
        };
    }

    private static boolean isToken(String word) {
        return word.matches("[A-Z][A-Z.-]*");
    }
}
