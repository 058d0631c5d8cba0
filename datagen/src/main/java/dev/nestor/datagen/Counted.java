package dev.nestor.datagen;

import java.util.Locale;

/** Words for a number of things: {@code 1 record}, {@code 2,500 records}. */
final class Counted {
    private Counted() {}

    /** @param noun one that only takes an s */
    static String of(long number, String noun) {
        return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, noun);
    }
}
