package dev.nestor.document.path;

import dev.nestor.document.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The values that an edit is about, each once and in the order of the document: outer ones before inner ones. */
final class Targets {
    private final List<Value> values = new ArrayList<>();
    private final int[] positions;

    Targets(List<Match> matches) {
        Value[] sorted = new Value[matches.size()];
        Arrays.setAll(sorted, index -> matches.get(index).value());
        Arrays.sort(sorted, Comparator.comparingInt(Value::position));
        int[] found = new int[sorted.length];
        for (Value value : sorted) {
            if (values.isEmpty() || values.getLast().position() != value.position()) {
                found[values.size()] = value.position();
                values.add(value);
            }
        }
        this.positions = Arrays.copyOf(found, values.size());
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
        int found = Arrays.binarySearch(positions, values.get(index).end());
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
