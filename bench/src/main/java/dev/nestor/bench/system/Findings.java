package dev.nestor.bench.system;

import dev.nestor.bench.Comparison;
import dev.nestor.bench.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the experiments have found so far. */
final class Findings {
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /** Compares rates, of which more is better. */
    void rate(String question, String peer, Load nestor, Load other, OptionalDouble target) {
        comparisons.add(Comparison.ofRates(question, peer, nestor.perSecond(), other.perSecond(), target));
    }

    /** Compares the times that half of the requests took. */
    void median(String question, String peer, Load nestor, Load other, OptionalDouble target) {
        less(question + ", p50", peer, "ms", nestor.medianMillis(), other.medianMillis(), target);
    }

    /** Compares figures of which less is better. */
    void less(String question, String peer, String unit, double nestor, double other, OptionalDouble target) {
        comparisons.add(new Comparison(question, peer, unit, nestor, other, target));
    }

    void fact(String question, double value, String unit, OptionalDouble atMost) {
        facts.add(new Fact(question, value, unit, atMost));
    }

    List<Comparison> comparisons() {
        return List.copyOf(comparisons);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }
}
