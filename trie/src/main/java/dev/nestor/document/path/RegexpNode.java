package dev.nestor.document.path;

import java.util.List;

/** A regular expression as it is written, before {@link Regexp} makes a program of it. */
sealed interface RegexpNode {

    /** One character out of a set. */
    record One(CharacterClass of) implements RegexpNode {}

    /** The start or the end of the text. */
    record Edge(boolean end) implements RegexpNode {}

    /** All parts, one after the other. */
    record Sequence(List<RegexpNode> parts) implements RegexpNode {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of the branches. */
    record Choice(List<RegexpNode> branches) implements RegexpNode {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /** The part again and again; {@code most} is {@link #UNBOUNDED} when nothing limits it. */
    record Repeat(RegexpNode part, int least, int most) implements RegexpNode {
        static final int UNBOUNDED = Integer.MAX_VALUE;
    }
}
