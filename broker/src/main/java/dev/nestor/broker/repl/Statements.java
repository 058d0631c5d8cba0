package dev.nestor.broker.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where one command ends and the next begins in what was typed or pasted: at the end of a line, unless a value is open
 * there. Only commands that take a value can be open, so that a stray brace elsewhere holds nothing up.
 */
final class Statements {
    private static final Set<String> WITH_VALUE = Set.of("PUT", "SET");

    private Statements() {}

    /** The commands in a text, without blank lines and lines that start with {@code #}. */
    static List<String> split(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            statement.append(statement.isEmpty() ? "" : "\n").append(line);
            if (!isOpen(statement)) {
                add(statements, statement.toString());
                statement.setLength(0);
            }
        }
        add(statements, statement.toString());
        return statements;
    }

    private static void add(List<String> statements, String text) {
        String statement = text.strip();
        if (!statement.isEmpty() && !statement.startsWith("#")) {
            statements.add(statement);
        }
    }

    /** Whether the last command of a text waits for more: for a brace or a bracket that closes. */
    static boolean endsOpen(String text) {
        String last = text;
        for (int end = text.indexOf('\n'); end >= 0; end = last.indexOf('\n', end + 1)) {
            if (!isOpen(last.substring(0, end))) {
                last = last.substring(end + 1);
                end = -1;
            }
        }
        return isOpen(last);
    }

    private static boolean isOpen(CharSequence statement) {
        String text = statement.toString().stripLeading();
        String verb = text.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return WITH_VALUE.contains(verb) && JsonText.isOpen(text);
    }
}
