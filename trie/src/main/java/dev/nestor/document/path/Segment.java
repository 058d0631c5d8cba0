package dev.nestor.document.path;

import java.util.List;

/** One step of a path: what its selectors pick from each value that the steps before it led to. */
sealed interface Segment {

    /** What is picked, in the order of the results. */
    List<Selector> selectors();

    /** Picks from the value itself: {@code .a}, {@code [0]}, {@code ['a', 'b']}. */
    record Child(List<Selector> selectors) implements Segment {
        public Child {
            selectors = List.copyOf(selectors);
        }

        Child(Selector selector) {
            this(List.of(selector));
        }
    }

    /** Picks from the value and from everything below it: {@code ..a}, {@code ..[0]}. */
    record Descendant(List<Selector> selectors) implements Segment {
        public Descendant {
            selectors = List.copyOf(selectors);
        }
    }
}
