/**
 * Benchmarks against peers: how much faster, or smaller, is Nestor than what one would use instead?
 *
 * <pre>
 *   BenchCommand ── runs ──> Suite: all benchmark classes (one question each: Nestor against its peers)
 *        │     └── measures ──> the two Footprints: HeapPerRecord, PackedSizes (bytes instead of time)
 *        └── prints ──> Report: one table of ratios (Comparison) with the Machine's facts
 * </pre>
 *
 * A ratio above 1 always speaks for Nestor.
 */
@NullMarked
package dev.nestor.bench;

import org.jspecify.annotations.NullMarked;
