package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Reply;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.LogEntry;
import dev.nestor.server.store.Store;
import dev.nestor.server.store.StringOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RangeQueryTest {
    private final Random random = Seed.random("RangeQueryTest");

    @Test
    void range_mergesPartitions_asASortedSetWould() {
        List<Store> stores = List.of(new Store(), new Store(), new Store());
        TreeSet<String> model = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            String key = key();
            stores.get(Math.floorMod(key.hashCode(), 3))
                    .apply(new LogEntry(0, List.of(new StringOperation.Set(Bytes.utf8(key), Bytes.EMPTY))));
            model.add(key);
        }
        List<PartitionView> partitions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            partitions.add(new PartitionView(i, i, stores.get(i).view()));
        }
        for (int i = 0; i < 300; i++) {
            String from = key();
            String to = from + key();
            boolean reverse = random.nextBoolean();
            int limit = random.nextInt(40);
            String line = "NESTOR.RANGE %s %s KEYS LIMIT %d%s".formatted(from, to, limit, reverse ? " REV" : "");
            List<String> expected = new ArrayList<>(model.subSet(from, to));
            if (reverse) {
                Collections.reverse(expected);
            }
            assertThat(keys(RangeQuery.of(Words.line(line)).reply(partitions, 0)))
                    .as(line)
                    .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
        }
    }

    private String key() {
        return Integer.toString(random.nextInt(2000), 5);
    }

    private static List<String> keys(Reply reply) {
        return ((Reply.Array) reply)
                .items().stream().map(key -> ((Reply.Bulk) key).text()).toList();
    }

    @Test
    void range_withoutALimit_isOfAThousand() {
        Store store = new Store();
        for (int i = 0; i < 1001; i++) {
            store.apply(new LogEntry(0, List.of(new StringOperation.Set(Bytes.utf8("k" + i), Bytes.EMPTY))));
        }
        List<PartitionView> partitions = List.of(new PartitionView(0, 16383, store.view()));
        assertThat(keys(RangeQuery.of(Words.line("NESTOR.RANGE '' '' KEYS")).reply(partitions, 0)))
                .hasSize(1000);
    }
}
