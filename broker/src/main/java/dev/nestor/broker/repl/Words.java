package dev.nestor.broker.repl;

import dev.nestor.document.DocumentException;
import dev.nestor.document.Value;

/**
 * What follows a command's name, taken from left to right. A key stands between blanks, or in double quotes with the
 * escapes of JSON.
 */
final class Words {
    private final String text;
    private final String usage;
    private int at;

    /** @param usage how the command is written, for the message when it is not */
    Words(String text, String usage) {
        this.text = text;
        this.usage = usage;
        skipBlanks();
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** The next word. */
    String word(String what) {
        return next(what, false);
    }

    /** Where a range begins or ends: the next word without its quotes, possibly empty. */
    String bound() {
        return next("a key", true);
    }

    /** The next word without its quotes. It is not empty. */
    String key() {
        String key = bound();
        if (key.isEmpty()) {
            throw new BadCommandException("A key must not be empty");
        }
        return key;
    }

    /** An address or a name as it is typed, quotes included. */
    private String next(String what, boolean unquote) {
        if (atEnd()) {
            throw missing(what);
        }
        int start = at;
        if (unquote && text.charAt(at) == '"') {
            return quoted(start);
        }
        while (!atEnd() && !Character.isWhitespace(text.charAt(at))) {
            at = text.charAt(at) == '"' ? endOfString(at) : at + 1;
        }
        String word = text.substring(start, at);
        skipBlanks();
        return word;
    }

    private String quoted(int start) {
        at = endOfString(start);
        if (!atEnd() && !Character.isWhitespace(text.charAt(at))) {
            throw new BadCommandException("A blank must follow the key " + text.substring(start, at));
        }
        String literal = text.substring(start, at);
        skipBlanks();
        return unquoted(literal);
    }

    private int endOfString(int start) {
        int end = JsonText.stringEnd(text, start);
        if (end == 0) {
            throw new BadCommandException("The quote is not closed: " + text.substring(start));
        }
        return end;
    }

    /** What a string in quotes stands for. */
    static String unquoted(String literal) {
        try {
            return Value.parse(literal).string();
        } catch (DocumentException e) {
            throw new BadCommandException(literal + ": " + e.getMessage());
        }
    }

    /** Takes the next word if it is this one, in any case. */
    boolean accept(String keyword) {
        int end = at + keyword.length();
        boolean there = text.regionMatches(true, at, keyword, 0, keyword.length())
                && (end == text.length() || Character.isWhitespace(text.charAt(end)));
        if (there) {
            at = end;
            skipBlanks();
        }
        return there;
    }

    /** A whole number from 0. */
    int number(String what) {
        String digits = word(what);
        if (!digits.matches("[0-9]{1,9}")) {
            throw new BadCommandException(digits + " is not " + what);
        }
        return Integer.parseInt(digits);
    }

    /** Everything that is left. */
    String rest() {
        String rest = text.substring(at).strip();
        at = text.length();
        return rest;
    }

    /** Refuses what is left over. */
    void end() {
        if (!atEnd()) {
            throw new BadCommandException(
                    "What is '" + rest() + "'? Write " + usage + ", and a key that has blanks in double quotes");
        }
    }

    private BadCommandException missing(String what) {
        return new BadCommandException("There must be " + what + ": write " + usage);
    }

    private void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
