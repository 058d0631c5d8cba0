package dev.nestor.bench;

import java.util.OptionalDouble;

/**
 * One row of the report: Nestor and a peer doing the same thing.
 *
 * @param question what was done, such as {@code trie get, keys=DECIMAL}
 * @param peer the other system or library
 * @param unit the unit of both figures, of which less is better
 * @param nestor Nestor's figure
 * @param other the peer's figure
 * @param target the ratio to reach, where the design names one
 */
public record Comparison(
        String question, String peer, String unit, double nestor, double other, OptionalDouble target) {

    /** How many times better Nestor is; below 1 it is worse. */
    public double ratio() {
        return other / nestor;
    }

    /** Whether the target is met; true where there is none. */
    public boolean met() {
        return target.isEmpty() || ratio() >= target.getAsDouble();
    }
}
