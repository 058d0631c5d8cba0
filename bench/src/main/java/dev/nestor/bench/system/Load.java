package dev.nestor.bench.system;

import java.util.Comparator;
import java.util.List;

/**
 * What a load came to.
 *
 * @param perSecond requests answered per second
 * @param medianMillis half of the requests took no longer than this
 */
record Load(double perSecond, double medianMillis) {
    /** The median of turns, of each figure by itself. */
    static Load median(List<Load> turns) {
        return new Load(
                middle(turns.stream().map(Load::perSecond).toList()),
                middle(turns.stream().map(Load::medianMillis).toList()));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }
}
