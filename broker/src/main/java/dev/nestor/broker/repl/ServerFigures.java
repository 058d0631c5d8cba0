package dev.nestor.broker.repl;

import dev.nestor.protocol.Reply;
import java.util.List;

/**
 * What a server tells of itself, as INFO has it.
 *
 * @param replicas of the partitions that it has opened
 * @param loading whether there are more to come, or some that lack what their log had at the start
 */
record ServerFigures(List<ReplicaFigures> replicas, boolean loading) {
    static ServerFigures parse(Reply info) {
        return new ServerFigures(
                ReplicaFigures.parse(info),
                RawReply.plain(info).stream().flatMap(String::lines).anyMatch(line -> line.equals("loading:1")));
    }

    /** Whether it has nothing: it never was the member that it is taken for, or has lost its folder. */
    boolean isEmpty() {
        return replicas.isEmpty() && !loading;
    }

    /** Whether it has opened as many replicas as it holds. */
    boolean hasOpened(int held) {
        return replicas.size() >= held;
    }
}
