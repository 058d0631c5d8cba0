package dev.nestor.broker.repl;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor when a command goes on in the next line, and what word is to be completed. */
final class TypedParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && Statements.endsOpen(line)) {
            throw new EOFError(-1, -1, "a value is open");
        }
        return typed(line, cursor);
    }

    @Override
    public boolean isEscapeChar(char character) {
        return false;
    }

    /** The words before the cursor; the last one, possibly empty, ends there. */
    private static ParsedLine typed(String line, int cursor) {
        List<String> words = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at < cursor; at++) {
            char character = line.charAt(at);
            quoted ^= character == '"';
            if (!quoted && Character.isWhitespace(character)) {
                if (at > start) {
                    words.add(line.substring(start, at));
                }
                start = at + 1;
            }
        }
        words.add(line.substring(start, cursor));
        return new Typed(line, cursor, List.copyOf(words));
    }

    private record Typed(String line, int cursor, List<String> words) implements CompletingParsedLine {
        /** What is offered is quoted already where it must be. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word().length();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }

        @Override
        public String word() {
            return words.getLast();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }
    }
}
