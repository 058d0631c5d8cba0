package dev.nestor.document.path;

import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Reads a path text from left to right; the parsers of all three notations are built on it. */
final class PathScanner {
    /** What {@link #peek} answers behind the last character. */
    static final int END = -1;

    /** The integers that every JSON implementation represents exactly: ±(2^53 − 1) (RFC 9535, section 2.1). */
    private static final long MAX_INTEGER = (1L << 53) - 1;

    private final String text;
    private int position;
    private int depth;

    /**
     * @throws PathLimitException when the text is longer than {@link PathLimits#LENGTH}
     * @throws PathSyntaxException when the text holds half a surrogate pair
     */
    PathScanner(String text) {
        this.text = text;
        if (text.length() > PathLimits.LENGTH) {
            throw new PathLimitException(
                    "a path may have " + PathLimits.LENGTH + " characters, this one has " + text.length());
        }
        int half = unpairedSurrogate(text);
        if (half >= 0) {
            throw expected("a Unicode character", half);
        }
    }

    /** Where half a surrogate pair stands, or -1. */
    private static int unpairedSurrogate(CharSequence text) {
        int index = 0;
        while (index < text.length()) {
            int character = Character.codePointAt(text, index);
            if (Character.getType(character) == Character.SURROGATE) {
                return index;
            }
            index += Character.charCount(character);
        }
        return -1;
    }

    int position() {
        return position;
    }

    /** Goes back to where reading stood before. */
    void backTo(int earlier) {
        position = earlier;
    }

    /** What was read since {@code start}. */
    String since(int start) {
        return text.substring(start, position);
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** The UTF-16 unit that comes next, or {@link #END}. */
    int peek() {
        return atEnd() ? END : text.charAt(position);
    }

    /** Takes what comes next, which must not be the end. */
    char next() {
        return text.charAt(position++);
    }

    /** Like {@link #next}, but takes a surrogate pair as one character. */
    int nextCodePoint() {
        int character = text.codePointAt(position);
        position += Character.charCount(character);
        return character;
    }

    boolean accept(char wanted) {
        boolean there = peek() == wanted;
        position += there ? 1 : 0;
        return there;
    }

    boolean accept(String wanted) {
        boolean there = text.startsWith(wanted, position);
        position += there ? wanted.length() : 0;
        return there;
    }

    void expect(char wanted) {
        if (!accept(wanted)) {
            throw expected("'" + wanted + "'");
        }
    }

    void expectEnd(String orElse) {
        if (!atEnd()) {
            throw expected(orElse);
        }
    }

    /** Takes characters as long as they fit. */
    String takeWhile(IntPredicate fits) {
        int start = position;
        while (!atEnd() && fits.test(text.charAt(position))) {
            position++;
        }
        return since(start);
    }

    /** Skips what RFC 9535 calls blank space: space, tab, line feed, carriage return. */
    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            position++;
        }
    }

    /** An integer as the path writes it, without leading zeros. */
    String integerText() {
        int start = position;
        accept('-');
        String digits = takeWhile(PathScanner::isDigit);
        if (digits.isEmpty()) {
            throw expected("a digit");
        }
        if (digits.length() > 1 && digits.startsWith("0")) {
            throw expected("an integer without leading zeros", start);
        }
        return since(start);
    }

    /** An integer within ±(2^53 − 1). */
    long integer() {
        int start = position;
        String integer = integerText();
        if (integer.equals("-0")) {
            throw expected("an integer (0 has no sign)", start);
        }
        if (integer.length() > 17 || Math.abs(Long.parseLong(integer)) > MAX_INTEGER) {
            throw expected("an integer between -9007199254740991 and 9007199254740991", start);
        }
        return Long.parseLong(integer);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** A string between double or single quotes with the escapes of JSON (RFC 9535, section 2.3.1). */
    String quoted() {
        char quote = next();
        StringBuilder string = new StringBuilder();
        while (!accept(quote)) {
            if (atEnd() || peek() < ' ') {
                throw expected("a character of the string or its closing " + quote);
            }
            char character = next();
            string.append(character == '\\' ? escaped(quote) : character);
        }
        if (unpairedSurrogate(string) >= 0) {
            throw expected("both halves of a surrogate pair in the string", position - 1);
        }
        return string.toString();
    }

    private char escaped(char quote) {
        if (accept(quote)) {
            return quote;
        }
        int letter = peek();
        int meaning = "/\\bfnrt".indexOf(letter);
        if (letter == 'u') {
            return hexadecimal();
        }
        if (meaning < 0) {
            throw expected("an escape: \\b \\f \\n \\r \\t \\/ \\\\ \\" + quote + " or \\uXXXX");
        }
        position++;
        return "/\\\b\f\n\r\t".charAt(meaning);
    }

    private char hexadecimal() {
        position++;
        int value = 0;
        for (int digit = 0; digit < 4; digit++) {
            int nibble = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
            if (nibble < 0) {
                throw expected("a hexadecimal digit");
            }
            value = (value << 4) | nibble;
            position++;
        }
        return (char) value;
    }

    /** Reads something that may hold itself again. */
    <T> T nested(Supplier<T> reader) {
        int outer = depth;
        deepen();
        T read = reader.get();
        depth = outer;
        return read;
    }

    /**
     * Counts one step further down, until {@link #nested} ends.
     *
     * @throws PathLimitException beyond {@link PathLimits#DEPTH}
     */
    void deepen() {
        if (depth == PathLimits.DEPTH) {
            throw new PathLimitException("segments, filters, parentheses and functions may go " + PathLimits.DEPTH
                    + " deep, this path goes deeper at position " + (position + 1));
        }
        depth++;
    }

    PathSyntaxException expected(String what) {
        return expected(what, position);
    }

    PathSyntaxException expected(String what, int where) {
        return new PathSyntaxException(text, where, what);
    }
}
