package dev.nestor.bench;

import java.util.OptionalDouble;

/**
 * One row of the report: Nestor and a peer doing the same thing.
 *
 * @param question what was done, such as {@code trie get, keys=DECIMAL}
 * @param peer the other system or library
 * @param unit the unit of both figures
 * @param better which way is better
 * @param nestor Nestor's figure
 * @param other the peer's figure
 * @param target the ratio to reach, where the design names one
 */
public record Comparison(
        String question, String peer, String unit, Better better, double nestor, double other, OptionalDouble target) {

    /** Which of two figures is the better one. */
    public enum Better {
        LESS,
        MORE
    }

    /** Times or sizes, of which less is better. */
    public Comparison(String question, String peer, String unit, double nestor, double other, OptionalDouble target) {
        this(question, peer, unit, Better.LESS, nestor, other, target);
    }

    /** Rates per second, of which more is better. */
    public static Comparison ofRates(String question, String peer, double nestor, double other, OptionalDouble target) {
        return new Comparison(question, peer, "/s", Better.MORE, nestor, other, target);
    }

    /** How many times better Nestor is; below 1 it is worse. */
    public double ratio() {
        return switch (better) {
            case LESS -> other / nestor;
            case MORE -> nestor / other;
        };
    }

    /** Whether the target is met; true where there is none. */
    public boolean met() {
        return target.isEmpty() || ratio() >= target.getAsDouble();
    }
}
