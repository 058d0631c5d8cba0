package dev.nestor.document.path;

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
        super("expected %s at position %d, found %s: %s"
                .formatted(expected, index + 1, found(path, index), excerpt(path, index)));
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
        return "'" + printable(Character.toString(path.codePointAt(index))) + "'";
    }

    private static String excerpt(String path, int index) {
        int from = Math.max(0, index - SHOWN);
        int to = Math.min(path.length(), index + SHOWN);
        return (from > 0 ? "…" : "") + printable(path.substring(from, to)) + (to < path.length() ? "…" : "");
    }

    /** The text on one line: control characters and halves of surrogate pairs become escapes. */
    private static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE) {
                line.append("\\u%04x".formatted(character));
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }
}
