package dev.nestor.protocol.command;

import java.util.Arrays;
import java.util.stream.Stream;

/** Whatever a command may be marked with, so that a row can list its marks in one place. */
sealed interface Trait permits Flag, KeyAccess, Category, Tip {
    /** A row's own marks with those that all rows of its kind have. */
    static Trait[] join(Trait[] own, Trait... shared) {
        return Stream.concat(Arrays.stream(own), Arrays.stream(shared)).toArray(Trait[]::new);
    }
}
