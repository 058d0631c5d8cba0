package dev.nestor.document.path;

import dev.nestor.document.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One search for what a path leads to. It goes depth first: what one segment picks is handed on to the rest of the
 * path at once, which gives the order of RFC 9535 without a list for each segment. Not safe for use by several
 * threads.
 */
final class Evaluation {
    private final Match root;
    private final Budget budget = new Budget();
    private final FilterEvaluation filters;

    Evaluation(Value root) {
        this.root = Match.root(root);
        this.filters = new FilterEvaluation(this, budget);
    }

    /** Takes matches one by one and tells whether it wants more. */
    interface Sink {
        boolean take(Match match);
    }

    /** Goes on from one child; tells whether the search goes on. */
    private interface Visitor {
        boolean visit(Match child);
    }

    List<Match> all(List<Segment> segments) {
        List<Match> matches = new ArrayList<>();
        follow(root, segments, 0, match -> {
            if (matches.size() == PathLimits.MATCHES) {
                throw new PathLimitException("a path may have " + PathLimits.MATCHES + " matches, this one has more");
            }
            return matches.add(match);
        });
        return matches;
    }

    @Nullable
    Match first(List<Segment> segments) {
        Match[] found = new Match[1];
        follow(root, segments, 0, match -> {
            found[0] = match;
            return false;
        });
        return found[0];
    }

    Match root() {
        return root;
    }

    /** Hands what the segments from {@code next} on lead to over to the sink; false when that wants no more. */
    boolean follow(Match from, List<Segment> segments, int next, Sink sink) {
        if (next == segments.size()) {
            return sink.take(from);
        }
        Visitor rest = child -> follow(child, segments, next + 1, sink);
        return switch (segments.get(next)) {
            case Segment.Child(List<Selector> selectors) -> select(from, selectors, rest);
            case Segment.Descendant(List<Selector> selectors) -> descend(from, selectors, rest);
        };
    }

    /** Depth first; the way down is kept on the heap, so that a deep document needs no deep stack. */
    private boolean descend(Match from, List<Selector> selectors, Visitor rest) {
        if (!select(from, selectors, rest)) {
            return false;
        }
        Deque<Children> way = new ArrayDeque<>();
        way.push(new Children(from));
        while (!way.isEmpty()) {
            Match child = next(way.element());
            if (child == null) {
                way.pop();
            } else if (select(child, selectors, rest)) {
                way.push(new Children(child));
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean select(Match from, List<Selector> selectors, Visitor rest) {
        for (Selector selector : selectors) {
            budget.spend(1);
            if (!select(from, selector, rest)) {
                return false;
            }
        }
        return true;
    }

    private boolean select(Match from, Selector selector, Visitor rest) {
        return switch (selector) {
            case Selector.Name name -> member(from, name, rest);
            case Selector.Index index -> element(from, index, rest);
            case Selector.Slice slice -> slice(from, slice, rest);
            case Selector.Wildcard wildcard -> children(from, rest);
            case Selector.Filter(Condition condition) ->
                children(from, child -> !filters.holds(condition, child) || rest.visit(child));
        };
    }

    private static boolean member(Match from, Selector.Name name, Visitor rest) {
        Value child = from.value().member(name.utf8());
        return child == null || rest.visit(from.member(name.text(), child));
    }

    private static boolean element(Match from, Selector.Index index, Visitor rest) {
        if (from.value().kind() != Value.Kind.ARRAY) {
            return true;
        }
        return elementAt(from, index.in(from.value().size()), rest);
    }

    private static boolean elementAt(Match from, int index, Visitor rest) {
        Value child = from.value().element(index);
        return child == null || rest.visit(from.child(index, child));
    }

    private boolean slice(Match from, Selector.Slice slice, Visitor rest) {
        if (from.value().kind() != Value.Kind.ARRAY || slice.step() == 0) {
            return true;
        }
        int size = from.value().size();
        long limit = slice.limit(size);
        long index = slice.first(size);
        while (slice.step() > 0 ? index < limit : index > limit) {
            budget.spend(1);
            if (!elementAt(from, (int) index, rest)) {
                return false;
            }
            index += slice.step();
        }
        return true;
    }

    private boolean children(Match from, Visitor visitor) {
        Children children = new Children(from);
        for (Match child = next(children); child != null; child = next(children)) {
            if (!visitor.visit(child)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Match next(Children children) {
        budget.spend(1);
        return children.next();
    }
}
