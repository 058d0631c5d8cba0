package dev.nestor.server.command;

import java.util.Locale;

/** The text of INFO as Redis lays it out: sections of {@code name:value} lines, a blank line between them. */
final class InfoText {
    private static final String LINE_END = "\r\n";
    private static final String UNITS = "KMGTPE";

    private final StringBuilder text = new StringBuilder();

    void section(String title) {
        if (!text.isEmpty()) {
            text.append(LINE_END);
        }
        line("# " + title);
    }

    InfoText field(String name, String value) {
        line(name + ":" + value);
        return this;
    }

    InfoText field(String name, long value) {
        return field(name, Long.toString(value));
    }

    void line(String line) {
        text.append(line).append(LINE_END);
    }

    /** A size for people: {@code 1.50M}. */
    static String humanBytes(long bytes) {
        double size = bytes;
        int unit = -1;
        while (size >= 1024 && unit + 1 < UNITS.length()) {
            size /= 1024;
            unit++;
        }
        return unit < 0 ? bytes + "B" : String.format(Locale.ROOT, "%.2f%c", size, UNITS.charAt(unit));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
