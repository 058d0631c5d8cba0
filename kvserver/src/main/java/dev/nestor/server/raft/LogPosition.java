package dev.nestor.server.raft;

import org.apache.ratis.server.protocol.TermIndex;

/** Where an entry stands in a group's log. */
public record LogPosition(long term, long index) implements Comparable<LogPosition> {
    /** Before the first entry. */
    public static final LogPosition START = new LogPosition(0, -1);

    static LogPosition of(TermIndex position) {
        return new LogPosition(position.getTerm(), position.getIndex());
    }

    TermIndex toTermIndex() {
        return TermIndex.valueOf(term, index);
    }

    @Override
    public int compareTo(LogPosition other) {
        return Long.compare(index, other.index);
    }
}
