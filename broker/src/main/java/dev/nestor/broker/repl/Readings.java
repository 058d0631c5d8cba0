package dev.nestor.broker.repl;

import dev.nestor.document.path.Address;
import dev.nestor.document.path.Path;
import dev.nestor.document.path.PathLimitException;
import dev.nestor.document.path.PathSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which document and which place in it {@code a.b.c} may mean. A dot may belong to a key, so besides {@code b.c} in the
 * document {@code a} it may be {@code c} in {@code a.b}, or the document {@code a.b.c}. In quotes a key is what it is:
 * {@code "a.b".c} has one reading.
 */
final class Readings {
    /** A key with more dots than this must be put in quotes. */
    private static final int MOST = 8;

    private Readings() {}

    /** The readings, the one with the shortest key first. There is at least one. */
    static List<Address> of(String text) {
        List<Address> readings = new ArrayList<>();
        readings.add(first(text));
        if (!text.startsWith("\"")) {
            addLonger(text, readings);
        }
        return readings;
    }

    /**
     * The only one, if there is one.
     *
     * @throws BadCommandException if there are several, of which nobody can say which one is meant
     */
    static Optional<Address> only(List<Address> readings) {
        if (readings.size() > 1) {
            throw new BadCommandException("This may be any of "
                    + readings.stream().map(Readings::quoted).collect(Collectors.joining(" and "))
                    + "; nothing was changed. Put the key in double quotes");
        }
        return readings.stream().findFirst();
    }

    private static String quoted(Address reading) {
        String path = reading.path().toDotted();
        return Shown.string(reading.key()) + (path.isEmpty() || path.startsWith("[") ? "" : ".") + path;
    }

    private static Address first(String text) {
        try {
            return Address.parse(text);
        } catch (PathSyntaxException | PathLimitException e) {
            throw new BadCommandException(e.getMessage() + "; a key with dots or brackets can be put in double quotes");
        }
    }

    private static void addLonger(String text, List<Address> readings) {
        int cut = nextCut(text, 0);
        while (cut < text.length() && readings.size() < MOST) {
            cut = nextCut(text, cut + 1);
            String rest = text.substring(cut);
            readings.add(new Address(
                    text.substring(0, cut).replaceAll("\\\\(.)", "$1"),
                    Path.dotted(rest.startsWith(".") ? rest.substring(1) : rest)));
        }
    }

    /** Where the next dot or bracket stands that a backslash or quotes do not hide. */
    private static int nextCut(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\\' -> at++;
                case '"' -> at = JsonText.stringEnd(text, at) - 1;
                case '.', '[' -> {
                    return at;
                }
                default -> {
                    // A part of the key.
                }
            }
        }
        return text.length();
    }
}
