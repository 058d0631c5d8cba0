package dev.nestor.document.path;

import dev.nestor.document.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of a path, made ready to be followed. */
final class Steps {
    private final List<Segment> segments;

    /** The one selector of each segment when each leads to one child at most, else null. */
    private final Selector.Single @Nullable [] singles;

    Steps(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        this.singles = singles(this.segments);
    }

    private static Selector.Single @Nullable [] singles(List<Segment> segments) {
        Selector.Single[] singles = new Selector.Single[segments.size()];
        for (int index = 0; index < singles.length; index++) {
            if (!(segments.get(index) instanceof Segment.Child(List<Selector> selectors)
                    && selectors.size() == 1
                    && selectors.getFirst() instanceof Selector.Single single)) {
                return null;
            }
            singles[index] = single;
        }
        return singles;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Whether these are names and indexes alone, which lead to one value at most. */
    boolean isDefinite() {
        return singles != null;
    }

    /** The names and indexes of definite steps. */
    List<Selector.Single> singles() {
        return List.of(requireDefinite());
    }

    /** The value that definite steps lead to, or null. */
    @Nullable
    Value find(Value from) {
        Value at = from;
        for (Selector.Single single : requireDefinite()) {
            Value child = switch (single) {
                case Selector.Name name -> at.member(name.utf8());
                case Selector.Index index -> at.kind() == Value.Kind.ARRAY ? at.element(index.in(at.size())) : null;
            };
            if (child == null) {
                return null;
            }
            at = child;
        }
        return at;
    }

    private Selector.Single[] requireDefinite() {
        if (singles == null) {
            throw new IllegalStateException("not a path of names and indexes alone");
        }
        return singles;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Steps steps && segments.equals(steps.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return segments.toString();
    }
}
