package dev.nestor.bench;

import java.util.OptionalDouble;

/**
 * A figure of Nestor's that stands beside no other system's.
 *
 * @param question what was measured
 * @param value the figure, of which less is better
 * @param atMost the target, where the design names one
 */
public record Fact(String question, double value, String unit, OptionalDouble atMost) {}
