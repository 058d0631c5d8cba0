package dev.nestor.broker.repl;

import dev.nestor.protocol.Reply;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server tells of one partition that it holds, as INFO lists it.
 *
 * @param applied the index of the last entry of the log that its state has
 * @param last where its log ends
 * @param version counts the writes that have reached it
 */
record ReplicaFigures(int partition, long applied, long last, long version, long entries, long bytes) {
    private static final Pattern LINE = Pattern.compile("partition(\\d+):.*\\bapplied=(-?\\d+),last=(-?\\d+),"
            + "version=(\\d+).*\\bkeys=(\\d+).*\\bbytes=(\\d+).*");

    static List<ReplicaFigures> parse(Reply info) {
        return RawReply.plain(info).stream()
                .flatMap(String::lines)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new ReplicaFigures(
                        Integer.parseInt(line.group(1)),
                        Long.parseLong(line.group(2)),
                        Long.parseLong(line.group(3)),
                        Long.parseLong(line.group(4)),
                        Long.parseLong(line.group(5)),
                        Long.parseLong(line.group(6))))
                .toList();
    }
}
