package dev.nestor.document.path;

import dev.nestor.document.Excerpt;

/**
 * A path text that cannot be read. The message is one line that names the position, what was expected there
 * and what was found, for example {@code expected ']' at position 5, found end of path: $.a[3}.
 */
public final class PathSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Characters of the path shown on each side of the position. */
    private static final int SHOWN = 40;

    private final int position;
    private final String expected;

    PathSyntaxException(String path, int index, String expected) {
        super("expected " + expected + " at position " + (index + 1) + ", found " + found(path, index) + ": "
                + Excerpt.of(path, index - SHOWN, index + SHOWN));
        this.position = index + 1;
        this.expected = expected;
    }

    /** Where reading stopped, counted in UTF-16 units from 1. */
    public int position() {
        return position;
    }

    /** What could have stood at the position. */
    public String expected() {
        return expected;
    }

    private static String found(String path, int index) {
        if (index >= path.length()) {
            return "end of path";
        }
        return "'" + Excerpt.printable(Character.toString(path.codePointAt(index))) + "'";
    }
}
