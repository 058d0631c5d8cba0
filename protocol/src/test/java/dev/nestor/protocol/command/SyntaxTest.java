package dev.nestor.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nestor.protocol.command.Argument.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "QUIT;                               1",
                "GET key;                            2",
                "CLIENT LIST;                        2",
                "X a [b];                           -2",
                "X a [a ...];                       -2",
                "X [a ...];                         -1",
                "X a b [a b ...];                   -3",
                "X [A a [B b]];                     -1",
                "X <A a | B b>;                      3",
                "X <A a | B>;                       -2",
                "X [A | B] c;                       -2"
            })
    void arity_followsFromTheLine(String line, int arity) {
        assertThat(Syntax.parse(line).arity()).isEqualTo(arity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET key;                           1;  1; 1",
                "DEL key [key ...];                 1; -1; 1",
                "MSET key value [key value ...];    1; -1; 2",
                "J.MGET key [key ...] path;         1; -2; 1",
                "J.MSET key path value [key path value ...]; 1; -1; 3",
                "J.DEBUG MEMORY key [path];         2;  2; 1",
                "X a <B | C> key d;                 3;  3; 1"
            })
    void keys_followFromTheLine(String line, int first, int last, int step) {
        assertThat(Syntax.parse(line).keys()).isEqualTo(new KeyRange(first, last, step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X [a] key", "X key [key ...] [path]", "X path"})
    void keys_withoutAFixedPlace_areRefused(String line) {
        assertThatThrownBy(() -> Syntax.parse(line).keys()).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "X [a", "X a]", "X <a]", "X []", "X [a |]", "A B C", "X a ..."})
    void malformedLine_isRefused(String line) {
        assertThatThrownBy(() -> Syntax.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tree_isWhatRedisDescribes() {
        List<Argument> arguments =
                Syntax.parse("SET key value [NX | XX] [EX seconds | KEEPTTL]").arguments();
        Argument nx = new Argument("nx", Kind.TOKEN, "NX", false, false, List.of());
        Argument xx = new Argument("xx", Kind.TOKEN, "XX", false, false, List.of());
        Argument seconds = new Argument("seconds", Kind.INTEGER, "EX", false, false, List.of());
        Argument keepTtl = new Argument("keepttl", Kind.TOKEN, "KEEPTTL", false, false, List.of());
        assertThat(arguments)
                .containsExactly(
                        new Argument("key", Kind.KEY, null, false, false, List.of()),
                        new Argument("value", Kind.STRING, null, false, false, List.of()),
                        new Argument("nx|xx", Kind.ONEOF, null, true, false, List.of(nx, xx)),
                        new Argument("seconds|keepttl", Kind.ONEOF, null, true, false, List.of(seconds, keepTtl)));
    }

    static List<CommandSpec> commands() {
        return CommandTable.NESTOR.all();
    }

    /** The tree loses nothing of the line: written by redis-cli's rules for hints it gives the line back. */
    @ParameterizedTest
    @MethodSource("commands")
    void tree_givesTheLineBack(CommandSpec command) {
        Syntax syntax = command.syntax();
        String hint = String.join(" ", syntax.name()) + " " + hints(syntax.arguments(), " ");
        assertThat(hint.strip()).isEqualTo(syntax.line().replaceAll("<([^<>]*)>", "$1"));
    }

    private static String hints(List<Argument> arguments, String between) {
        return arguments.stream().map(SyntaxTest::hint).collect(Collectors.joining(between));
    }

    private static String hint(Argument argument) {
        String token = argument.token() == null ? "" : argument.token();
        String body = switch (argument.kind()) {
            case ONEOF -> hints(argument.parts(), " | ");
            case BLOCK -> hints(argument.parts(), " ");
            case TOKEN -> "";
            case STRING, INTEGER, DOUBLE, KEY, PATTERN -> argument.name();
        };
        String once = (token + " " + body).strip();
        String hint = argument.multiple() ? repeated(argument, once, body) : once;
        return argument.optional() ? "[" + hint + "]" : hint;
    }

    /** An optional one is repeated by its dots alone, as in {@code [path ...]}, unless a keyword goes before it. */
    private static String repeated(Argument argument, String once, String body) {
        return argument.optional() && argument.token() == null ? body + " ..." : once + " [" + body + " ...]";
    }
}
