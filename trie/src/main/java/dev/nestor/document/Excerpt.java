package dev.nestor.document;

import java.util.HexFormat;

/** Pieces of somebody else's text as messages show them: short and on one line. */
public final class Excerpt {
    private Excerpt() {}

    /** The text between two places, which may lie beyond its ends, with an ellipsis where it goes on. */
    public static String of(String text, int from, int to) {
        int start = Math.max(0, from);
        int end = Math.min(text.length(), to);
        return (start > 0 ? "…" : "") + printable(text.substring(start, end)) + (end < text.length() ? "…" : "");
    }

    /** The text with escapes for control characters, line ends and halves of surrogate pairs. */
    public static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isPrintable(character)) {
                line.appendCodePoint(character);
            } else {
                line.append("\\u").append(HexFormat.of().toHexDigits((char) character));
            }
        });
        return line.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }
}
