package dev.nestor.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes to a value that is known to exist. */
final class Walk {
    private Walk() {}

    /**
     * @param steps member names and element indexes
     */
    static Value to(Value start, Object... steps) {
        Value value = start;
        for (Object step : steps) {
            @Nullable Value next = step instanceof Integer index ? value.element(index) : value.member((String) step);
            value = Objects.requireNonNull(next, () -> "nothing at " + step);
        }
        return value;
    }

    static int[] positions(Document document, Object... steps) {
        return new int[] {to(document.root(), steps).position()};
    }
}
