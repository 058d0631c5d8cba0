package dev.nestor.commandline;

import java.util.Locale;

/** Words for a number of things: {@code 1 record}, {@code 2,500 records}. */
public final class Counted {
    private Counted() {}

    /**
     * So many of them.
     *
     * @param noun one that only takes an s
     */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, noun);
    }
}
