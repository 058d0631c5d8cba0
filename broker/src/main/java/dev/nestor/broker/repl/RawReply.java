package dev.nestor.broker.repl;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A server's reply as redis-cli prints it on a terminal, as it prints it into a pipe, and as JSON. */
final class RawReply {
    private RawReply() {}

    /** What the three ways have in common. */
    private sealed interface Shape {
        /**
         * A single value.
         *
         * @param typed with what tells its type
         * @param plain the text alone
         */
        record Leaf(String typed, String plain, String json) implements Shape {}

        /**
         * A list.
         *
         * @param none what to print when there are none
         */
        record Items(List<Reply> items, String none) implements Shape {}

        /**
         * A map.
         *
         * @param items key, value, key, value, ...
         */
        record Pairs(List<Reply> items) implements Shape {}
    }

    private static Shape shape(Reply reply) {
        return switch (reply) {
            case Failure failure -> text("(error) " + failure.line(), failure.line());
            case Reply.Int(long value) -> number("(integer) ", Long.toString(value));
            case Reply.BigNumber number -> number("(integer) ", number.value().toString());
            case Reply.Real(double value) when Double.isFinite(value) -> number("(double) ", Double.toString(value));
            case Reply.Real(double value) -> text("(double) " + value, Double.toString(value));
            case Reply.Bool(boolean value) -> number("", Boolean.toString(value));
            case Reply.Nil nil -> new Shape.Leaf("(nil)", "", "null");
            case Reply.NilArray nil -> new Shape.Leaf("(nil)", "", "null");
            case Reply.Bulk bulk -> text(Shown.string(bulk.text()), bulk.text());
            case Reply.Simple(String text) -> text(text, text);
            case Reply.Verbatim verbatim -> text(verbatim.text(), verbatim.text());
            case Reply.Array(List<Reply> items) -> new Shape.Items(items, "(empty array)");
            case Reply.Set(List<Reply> items) -> new Shape.Items(items, "(empty set)");
            case Reply.Push(List<Reply> items) -> new Shape.Items(items, "(empty push)");
            case Reply.Map(List<Reply> items) -> new Shape.Pairs(items);
        };
    }

    private static Shape text(String typed, String plain) {
        return new Shape.Leaf(typed, plain, Shown.string(plain));
    }

    private static Shape number(String type, String digits) {
        return new Shape.Leaf(type + digits, digits, digits);
    }

    /** With its type, and elements numbered. */
    static List<String> typed(Reply reply) {
        return switch (shape(reply)) {
            case Shape.Leaf leaf ->
                leaf.typed().lines().map(Shown::withoutControls).toList();
            case Shape.Items(List<Reply> items, String none) -> items.isEmpty() ? List.of(none) : numbered(items);
            case Shape.Pairs(List<Reply> items) -> items.isEmpty() ? List.of("(empty hash)") : pairs(items);
        };
    }

    private static List<String> numbered(List<Reply> items) {
        List<String> lines = new ArrayList<>();
        int digits = Integer.toString(items.size()).length();
        for (int i = 0; i < items.size(); i++) {
            String number = Integer.toString(i + 1);
            indent(lines, " ".repeat(digits - number.length()) + number + ") ", typed(items.get(i)));
        }
        return lines;
    }

    private static List<String> pairs(List<Reply> items) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i += 2) {
            String name = (i / 2 + 1) + "# " + String.join(" ", typed(items.get(i))) + " => ";
            indent(lines, name, typed(items.get(i + 1)));
        }
        return lines;
    }

    private static void indent(List<String> lines, String prefix, List<String> more) {
        for (int i = 0; i < more.size(); i++) {
            lines.add((i == 0 ? prefix : " ".repeat(prefix.length())) + more.get(i));
        }
    }

    /** The bare text, a line per element. */
    static List<String> plain(Reply reply) {
        return switch (shape(reply)) {
            case Shape.Leaf leaf -> List.of(leaf.plain());
            case Shape.Items(List<Reply> items, String none) -> plain(items);
            case Shape.Pairs(List<Reply> items) -> plain(items);
        };
    }

    private static List<String> plain(List<Reply> items) {
        return items.stream().flatMap(item -> plain(item).stream()).toList();
    }

    /** A JSON text in one line. */
    static String json(Reply reply) {
        return switch (shape(reply)) {
            case Shape.Leaf leaf -> leaf.json();
            case Shape.Items(List<Reply> items, String none) ->
                items.stream().map(RawReply::json).collect(Collectors.joining(", ", "[", "]"));
            case Shape.Pairs(List<Reply> items) -> object(items);
        };
    }

    private static String object(List<Reply> items) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < items.size(); i += 2) {
            members.add(Shown.string(String.join(" ", plain(items.get(i)))) + ": " + json(items.get(i + 1)));
        }
        return members.stream().collect(Collectors.joining(", ", "{", "}"));
    }
}
