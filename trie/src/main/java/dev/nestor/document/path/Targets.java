package dev.nestor.document.path;

import dev.nestor.document.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The values that an edit is about, each once and in the order of the document: outer ones before inner ones. */
final class Targets {
    private final Value[] values;
    private final int[] positions;

    Targets(List<Match> matches) {
        Value[] sorted = matches.stream()
                .map(Match::value)
                .sorted(Comparator.comparingInt(Value::position))
                .toArray(Value[]::new);
        this.values = IntStream.range(0, sorted.length)
                .filter(index -> index == 0 || sorted[index].position() != sorted[index - 1].position())
                .mapToObj(index -> sorted[index])
                .toArray(Value[]::new);
        this.positions = Arrays.stream(values).mapToInt(Value::position).toArray();
    }

    int size() {
        return positions.length;
    }

    boolean isEmpty() {
        return positions.length == 0;
    }

    int position(int index) {
        return positions[index];
    }

    /** Which target stands at this position; there must be one. */
    int at(int position) {
        return Arrays.binarySearch(positions, position);
    }

    /** The next target that does not lie inside this one. */
    int behind(int index) {
        int found = Arrays.binarySearch(positions, values[index].end());
        return found >= 0 ? found : -found - 1;
    }

    /** The positions of all targets that lie in no other one. */
    int[] outermost() {
        return outermost(0, size());
    }

    /** The positions of those targets from one up to another that lie in no other one of these. */
    int[] outermost(int from, int to) {
        int[] outermost = new int[to - from];
        int count = 0;
        for (int index = from; index < to; index = behind(index)) {
            outermost[count++] = positions[index];
        }
        return Arrays.copyOf(outermost, count);
    }
}
