package dev.nestor.server.command;

import java.util.Random;

/** The randomness of the tests: the same at every run, another with {@code -Dnestor.seed=…}. */
final class Seed {
    private static final long VALUE = Long.getLong("nestor.seed", 20260101L);

    private Seed() {}

    static Random random(String test) {
        System.out.println(test + ": -Dnestor.seed=" + VALUE);
        return new Random(VALUE);
    }
}
