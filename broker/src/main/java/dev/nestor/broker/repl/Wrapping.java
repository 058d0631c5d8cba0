package dev.nestor.broker.repl;

/** Breaks lines between words. */
final class Wrapping {
    private Wrapping() {}

    /** The same text in lines of at most so many characters, unless a word is longer. */
    static String at(int width, String text) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            wrapped.append(wrapped.isEmpty() ? "" : "\n");
            append(wrapped, line, width);
        }
        return wrapped.toString();
    }

    private static void append(StringBuilder wrapped, String line, int width) {
        String rest = line;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : rest.indexOf(' ');
            if (end <= 0) {
                break;
            }
            wrapped.append(rest, 0, end).append('\n');
            rest = rest.substring(end + 1);
        }
        wrapped.append(rest);
    }
}
