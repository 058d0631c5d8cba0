package dev.nestor.protocol;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits an inline command into its words as Redis does (sdssplitargs in sds.c): words stand between blanks; in
 * {@code "..."} the escapes {@code \n \r \t \b \a \xHH} count and any other escaped byte stands for itself; in
 * {@code '...'} only {@code \'} does. A closing quote must end the word, an opening one may stand inside it.
 */
public final class InlineWords {
    private final byte[] line;
    private final ByteArrayOutputStream word = new ByteArrayOutputStream();
    private int at;

    private InlineWords(byte[] line) {
        this.line = line;
    }

    /**
     * The words, none for a blank line.
     *
     * @throws ProtocolException when a quote is not closed, or something follows it at once
     */
    public static List<byte[]> split(byte[] line) throws ProtocolException {
        InlineWords words = new InlineWords(line);
        List<byte[]> result = new ArrayList<>();
        while (words.skipBlanks()) {
            result.add(words.next());
        }
        return result;
    }

    private boolean skipBlanks() {
        while (at < line.length && isBlank(line[at])) {
            at++;
        }
        return at < line.length;
    }

    private byte[] next() throws ProtocolException {
        word.reset();
        boolean quoted = false;
        while (at < line.length && !quoted && !endsWord(line[at])) {
            byte next = line[at++];
            quoted = next == '"' || next == '\'';
            if (quoted) {
                quoted(next);
            } else {
                word.write(next);
            }
        }
        return word.toByteArray();
    }

    private void quoted(byte quote) throws ProtocolException {
        while (at < line.length && line[at] != quote) {
            byte next = line[at++];
            if (next != '\\' || at == line.length) {
                word.write(next);
            } else if (quote == '"') {
                escaped();
            } else if (line[at] == '\'') {
                word.write(line[at++]);
            } else {
                word.write(next);
            }
        }
        at++;
        if (at > line.length || (at < line.length && !isBlank(line[at]))) {
            throw new ProtocolException("unbalanced quotes in request");
        }
    }

    private void escaped() {
        byte kind = line[at++];
        if (kind == 'x' && at + 1 < line.length && isHex(line[at]) && isHex(line[at + 1])) {
            word.write(Character.digit(line[at], 16) << 4 | Character.digit(line[at + 1], 16));
            at += 2;
            return;
        }
        word.write(
                switch (kind) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'b' -> '\b';
                    case 'a' -> 7;
                    default -> kind;
                });
    }

    private static boolean isHex(byte digit) {
        return Character.digit(digit, 16) >= 0;
    }

    /** C's isspace; but a vertical tab or form feed does not end a word. */
    private static boolean isBlank(byte next) {
        return endsWord(next) || next == 0x0B || next == '\f';
    }

    private static boolean endsWord(byte next) {
        return next == ' ' || next == '\t' || next == '\n' || next == '\r';
    }
}
