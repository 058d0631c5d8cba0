package dev.nestor.document.path;

import dev.nestor.document.Elements;
import dev.nestor.document.Members;
import dev.nestor.document.Value;
import org.jspecify.annotations.Nullable;

/** A cursor over the children of a match; a scalar has none. Not safe for use by several threads. */
final class Children {
    private final Match parent;
    private final @Nullable Members members;
    private final @Nullable Elements elements;
    private int ordinal;

    Children(Match parent) {
        Value value = parent.value();
        this.parent = parent;
        this.members = value.kind() == Value.Kind.OBJECT ? value.members() : null;
        this.elements = value.kind() == Value.Kind.ARRAY ? value.elements() : null;
    }

    /** The next child, or null behind the last one. */
    @Nullable
    Match next() {
        if (members != null && members.next()) {
            return parent.child(ordinal++, members.value());
        }
        if (elements != null && elements.next()) {
            return parent.child(ordinal++, elements.value());
        }
        return null;
    }
}
