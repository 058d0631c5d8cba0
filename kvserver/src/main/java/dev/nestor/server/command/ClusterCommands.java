package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.Slot;
import dev.nestor.server.store.RecordView;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** CLUSTER: Redis Cluster's view of the servers and slots. */
final class ClusterCommands {
    private final ClusterFacts cluster;

    ClusterCommands(ClusterFacts cluster) {
        this.cluster = cluster;
    }

    Map<String, Command> all() {
        ClusterReplies replies = new ClusterReplies(cluster);
        return Map.ofEntries(
                entry("cluster|slots", (request, session, nowMillis) -> new Plan.Answer(replies.slots())),
                entry("cluster|shards", (request, session, nowMillis) -> new Plan.Answer(replies.shards())),
                entry("cluster|nodes", (request, session, nowMillis) -> new Plan.Answer(replies.nodes())),
                entry("cluster|info", (request, session, nowMillis) -> new Plan.Answer(replies.info())),
                entry(
                        "cluster|myid",
                        (request, session, nowMillis) ->
                                new Plan.Answer(Reply.bulk(cluster.me().id()))),
                entry("cluster|keyslot", (request, session, nowMillis) -> slotOf(request)),
                entry("cluster|countkeysinslot", (request, session, nowMillis) -> count(request)),
                entry("cluster|getkeysinslot", (request, session, nowMillis) -> keys(request)));
    }

    private static Plan slotOf(Request request) {
        return new Plan.Answer(new Reply.Int(Slot.of(request.argument(2))));
    }

    private static Plan count(Request request) {
        long slot = Arguments.integer(request, 2);
        if (!isSlot(slot)) {
            throw Refusal.of("Invalid slot");
        }
        return new Plan.ReadAll((partitions, nowMillis) -> new Reply.Int(
                keys(partitions, (int) slot, Long.MAX_VALUE, nowMillis).size()));
    }

    private static Plan keys(Request request) {
        long slot = Arguments.integer(request, 2);
        long most = Arguments.integer(request, 3);
        if (!isSlot(slot) || most < 0) {
            throw Refusal.of("Invalid slot or number of keys");
        }
        return new Plan.ReadAll(
                (partitions, nowMillis) -> new Reply.Array(keys(partitions, (int) slot, most, nowMillis)));
    }

    private static boolean isSlot(long slot) {
        return slot >= 0 && slot < Slot.COUNT;
    }

    /** Keys of a slot. There is no index by slot: this looks at every key of its partition. */
    private static List<Reply> keys(List<PartitionView> partitions, int slot, long most, long nowMillis) {
        List<Reply> keys = new ArrayList<>();
        for (PartitionView partition : partitions) {
            if (partition.holds(slot)) {
                LiveRecords records = new LiveRecords(partition.view(), Range.all(), Direction.ASCENDING, nowMillis);
                RecordView record = records.next();
                while (record != null && keys.size() < most) {
                    if (Slot.of(record.key().toArray()) == slot) {
                        keys.add(KeyPattern.reply(record.key()));
                    }
                    record = records.next();
                }
            }
        }
        return keys;
    }
}
