package dev.nestor.document.path;

import dev.nestor.document.Members;
import dev.nestor.document.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A value that a path led to, and where it stands in its document. */
public final class Match {
    private final Value value;
    private final @Nullable Match parent;

    /** The name of a member when the path says it; else it is looked up when somebody asks. */
    private final @Nullable String name;

    /** Which child of the parent this is, from 0; of a member with a {@link #name} it is not known. */
    private final int ordinal;

    private volatile String @Nullable [] memberNames;

    private Match(Value value, @Nullable Match parent, @Nullable String name, int ordinal) {
        this.value = value;
        this.parent = parent;
        this.name = name;
        this.ordinal = ordinal;
    }

    static Match root(Value value) {
        return new Match(value, null, null, 0);
    }

    Match member(String name, Value child) {
        return new Match(child, this, name, 0);
    }

    Match child(int ordinal, Value child) {
        return new Match(child, this, null, ordinal);
    }

    public Value value() {
        return value;
    }

    /** The normalized path of RFC 9535, section 2.7: {@code $['a'][0]}. */
    public String normalizedPath() {
        StringBuilder path = new StringBuilder("$");
        for (Match step : steps()) {
            String member = step.memberName();
            if (member == null) {
                path.append('[').append(step.ordinal).append(']');
            } else {
                path.append('[');
                Quoting.append(path, member, '\'');
                path.append(']');
            }
        }
        return path.toString();
    }

    /**
     * The path in dotted notation: {@code a[0]}; empty for the whole document. Like the normalized path it leads
     * back here, unless a name on the way holds half a surrogate pair, which no path can.
     */
    public String dottedPath() {
        StringBuilder path = new StringBuilder();
        for (Match step : steps()) {
            String member = step.memberName();
            if (member == null) {
                DottedWriter.element(path, step.ordinal);
            } else {
                DottedWriter.member(path, member);
            }
        }
        return path.toString();
    }

    /** From the child of the root down to this match. */
    private Deque<Match> steps() {
        Deque<Match> steps = new ArrayDeque<>();
        for (Match step = this; step.parent != null; step = step.parent) {
            steps.addFirst(step);
        }
        return steps;
    }

    /** The name under which the parent holds this match, or null when the parent is an array. */
    private @Nullable String memberName() {
        if (name != null || parent == null || parent.value.kind() != Value.Kind.OBJECT) {
            return name;
        }
        return parent.memberNames()[ordinal];
    }

    /** The names of all members, kept so that to name every child of an object is not quadratic. */
    private String[] memberNames() {
        String[] names = memberNames;
        if (names == null) {
            names = new String[value.size()];
            Members members = value.members();
            for (int index = 0; members.next(); index++) {
                names[index] = members.name();
            }
            memberNames = names;
        }
        return names;
    }

    /** The normalized path and the value. */
    @Override
    public String toString() {
        return normalizedPath() + " = " + value;
    }
}
