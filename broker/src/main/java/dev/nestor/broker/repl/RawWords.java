package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.document.DocumentException;
import dev.nestor.document.Value;
import dev.nestor.protocol.InlineWords;
import dev.nestor.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a raw command, split as redis-cli does, except that an object or an array may stand there as it is:
 * {@code JSON.SET k $ {"a": [1, 2]}} instead of {@code JSON.SET k $ '{"a": [1, 2]}'}.
 */
final class RawWords {
    private final String text;
    private int at;
    private boolean unclosed;

    private RawWords(String text) {
        this.text = text;
    }

    static List<byte[]> split(String text) {
        RawWords words = new RawWords(text);
        List<byte[]> found = new ArrayList<>();
        for (words.skipBlanks(); words.at < text.length(); words.skipBlanks()) {
            found.add(words.next());
        }
        return found;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private byte[] next() {
        int start = at;
        int jsonEnd = text.charAt(at) == '{' || text.charAt(at) == '[' ? jsonEnd(at) : 0;
        at = jsonEnd == 0 ? wordEnd(at) : jsonEnd;
        String word = text.substring(start, at);
        return jsonEnd == 0 ? unquoted(word) : word.getBytes(UTF_8);
    }

    private static byte[] unquoted(String word) {
        try {
            return InlineWords.split(word.getBytes(UTF_8)).getFirst();
        } catch (ProtocolException e) {
            throw new BadCommandException("The quotes do not match in: " + word);
        }
    }

    /** Where the JSON value that starts here has ended, 0 if there is none or something follows it at once. */
    private int jsonEnd(int start) {
        int end = unclosed ? 0 : JsonText.end(text, start);
        // Looked for once only: each look goes to the end of the text.
        unclosed |= end == 0;
        if (end == 0) {
            return 0;
        }
        boolean ends = end == text.length() || Character.isWhitespace(text.charAt(end));
        return ends && isJson(text.substring(start, end)) ? end : 0;
    }

    private static boolean isJson(String text) {
        try {
            Value.parse(text);
            return true;
        } catch (DocumentException e) {
            return false;
        }
    }

    /** Where the word that starts here has ended: at a blank outside quotes. */
    private int wordEnd(int start) {
        char quote = 0;
        for (int end = start; end < text.length(); end++) {
            char character = text.charAt(end);
            if (quote == 0 && Character.isWhitespace(character)) {
                return end;
            }
            if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
            } else if (character == quote) {
                quote = 0;
            } else if (character == '\\' && quote != 0) {
                end++;
            }
        }
        return text.length();
    }
}
