package dev.nestor.server.store;

import dev.nestor.document.Value;
import java.util.List;
import java.util.Locale;

/**
 * A change to one JSON value, which depends on the value that is there. A negative index counts from an array's end.
 * Each says its {@link MatchResult}; at values of other kinds it does nothing and has {@link MatchResult.OtherKind}.
 */
public sealed interface ValueEdit {

    /** Adds to a number. {@link MatchResult.Changed}. */
    record Add(Json number) implements ValueEdit {
        public Add {
            require(number, Value.Kind.NUMBER);
        }
    }

    /** Multiplies a number. {@link MatchResult.Changed}. */
    record Multiply(Json number) implements ValueEdit {
        public Multiply {
            require(number, Value.Kind.NUMBER);
        }
    }

    /** Turns a boolean round. {@link MatchResult.Changed}. */
    record Toggle() implements ValueEdit {}

    /** Appends to a string. {@link MatchResult.Length} in bytes of UTF-8. */
    record AppendText(Json suffix) implements ValueEdit {
        public AppendText {
            require(suffix, Value.Kind.STRING);
        }
    }

    /** Appends elements to an array. {@link MatchResult.Length}. */
    record AppendElements(List<Json> elements) implements ValueEdit {
        public AppendElements {
            elements = List.copyOf(elements);
            requireElements(elements);
        }
    }

    /**
     * Inserts elements into an array before the one with the index. {@link MatchResult.Length}. An index outside
     * of any of the arrays makes the whole operation {@link Outcome.OutOfRange}.
     */
    record InsertElements(long index, List<Json> elements) implements ValueEdit {
        public InsertElements {
            elements = List.copyOf(elements);
            requireElements(elements);
        }
    }

    /**
     * Takes an element out of an array: the one with the index, or the nearest one. {@link MatchResult.Taken}, or
     * {@link MatchResult.NothingTaken} from an empty array.
     */
    record Pop(long index) implements ValueEdit {}

    /** Keeps an array's elements from {@code start} to {@code stop}, both included. {@link MatchResult.Length}. */
    record Trim(long start, long stop) implements ValueEdit {}

    /**
     * Empties an object or array, makes a number 0. {@link MatchResult.Changed}; a value that is that already counts
     * as one of another kind.
     */
    record Clear() implements ValueEdit {}

    private static void require(Json json, Value.Kind wanted) {
        Value.Kind kind = json.value().kind();
        if (kind != wanted) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the edit takes a %s, not a %s", wanted, kind));
        }
    }

    private static void requireElements(List<Json> elements) {
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("there is no element to put into the array");
        }
    }
}
