package dev.nestor.document.path;

import java.util.HexFormat;

/** Writes strings the way {@link PathScanner#quoted} reads them. */
final class Quoting {

    private Quoting() {}

    /**
     * Appends the string between the quotes given, escaping only what has to be and with the shortest escape
     * (RFC 9535, section 2.7).
     */
    static void append(StringBuilder text, String string, char quote) {
        text.append(quote);
        for (int index = 0; index < string.length(); index++) {
            append(text, quote, string.charAt(index));
        }
        text.append(quote);
    }

    private static void append(StringBuilder text, char quote, char character) {
        int letter = "\b\f\n\r\t".indexOf(character);
        if (letter >= 0) {
            text.append('\\').append("bfnrt".charAt(letter));
        } else if (character < ' ') {
            text.append("\\u").append(HexFormat.of().toHexDigits(character));
        } else if (character == quote || character == '\\') {
            text.append('\\').append(character);
        } else {
            text.append(character);
        }
    }
}
