package dev.nestor.broker.repl;

import dev.nestor.broker.repl.Paint.Colour;
import dev.nestor.protocol.command.CommandTable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Colours what is typed: the command once there is one of that name, and JSON. */
final class Highlighting implements Highlighter {
    private static final Pattern TOKEN = Pattern.compile("(?<name>\"(?:\\\\.|[^\"\\\\])*\"(?=\\s*:))"
            + "|(?<string>\"(?:\\\\.|[^\"\\\\])*\"?)"
            + "|(?<number>(?<![\\w.-])-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?![\\w.]))"
            + "|(?<literal>\\b(?:true|false|null)\\b)");

    private final CommandList commands;
    private final Paint paint;

    Highlighting(CommandList commands, Paint paint) {
        this.commands = commands;
        this.paint = paint;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        int start = buffer.length() - buffer.stripLeading().length();
        int end = start;
        while (end < buffer.length() && !Character.isWhitespace(buffer.charAt(end))) {
            end++;
        }
        String command = buffer.substring(start, end);
        String painted = isCommand(command) ? paint.in(Colour.COMMAND, command) : command;
        return AttributedString.fromAnsi(buffer.substring(0, start) + painted + json(buffer.substring(end)));
    }

    private boolean isCommand(String word) {
        return !word.isEmpty() && (commands.named(word).isPresent() || CommandTable.NESTOR.named(word) != null);
    }

    private String json(String text) {
        return TOKEN.matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(paint.in(colour(token), token.group())));
    }

    private static Colour colour(java.util.regex.MatchResult token) {
        if (token.group("name") != null) {
            return Colour.NAME;
        }
        if (token.group("string") != null) {
            return Colour.STRING;
        }
        return token.group("number") != null ? Colour.NUMBER : Colour.LITERAL;
    }
}
