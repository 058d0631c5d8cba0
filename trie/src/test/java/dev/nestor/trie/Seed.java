package dev.nestor.trie;

import java.util.SplittableRandom;

/** The randomness of the tests: the same at every run, another with {@code -Dnestor.seed=…}. */
final class Seed {
    private static final long VALUE = Long.getLong("nestor.seed", 20260101L);

    private Seed() {}

    static SplittableRandom random(Object test) {
        System.out.println(test + ": -Dnestor.seed=" + VALUE);
        return new SplittableRandom(VALUE);
    }
}
