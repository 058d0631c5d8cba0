package dev.nestor.document.path;

import java.util.List;

/**
 * A path inside a filter, from the value under test ({@code @}) or from the document's root ({@code $}): the
 * RFC's NodesType.
 */
record Query(boolean fromRoot, Steps steps) implements Term {

    Query(boolean fromRoot, List<Segment> segments) {
        this(fromRoot, new Steps(segments));
    }
}
