/**
 * Benchmarks against the neighbours: how much faster, or smaller, is Nestor than what one would use instead?
 *
 * <pre>
 *   Bench (command) ── finds ──> benchmark classes (one question each: the method "nestor" against its peers)
 *        │                       footprints (bytes instead of time)
 *        └── prints ──> Report: one table of ratios with the Machine's facts
 * </pre>
 *
 * A ratio above 1 always speaks for Nestor.
 */
@NullMarked
package dev.nestor.bench;

import org.jspecify.annotations.NullMarked;
