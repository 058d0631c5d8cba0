package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.LogEntry;
import dev.nestor.server.store.Store;
import dev.nestor.server.store.StringOperation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private final List<PartitionView> partitions = List.of(view(0, 99, "a", "b"), view(100, 199, "c"));

    private static PartitionView view(int firstSlot, int lastSlot, String... keys) {
        Store store = new Store();
        for (String key : keys) {
            store.apply(new LogEntry(0, List.of(new StringOperation.Set(Bytes.utf8(key), Bytes.EMPTY))));
        }
        return new PartitionView(firstSlot, lastSlot, store.view());
    }

    private Reply count(String line) {
        return CountQuery.of(Words.line(line)).reply(partitions, 0);
    }

    @Test
    void withoutASlot_allPartitionsAreAsked() {
        assertThat(count("NESTOR.COUNT")).isEqualTo(new Reply.Int(3));
    }

    @Test
    void withASlot_itsPartitionIsAskedAlone() {
        assertThat(count("NESTOR.COUNT SLOT 99")).isEqualTo(new Reply.Int(2));
        assertThat(count("NESTOR.COUNT PREFIX b SLOT 0")).isEqualTo(new Reply.Int(1));
        assertThat(count("NESTOR.COUNT SLOT 100")).isEqualTo(new Reply.Int(1));
        assertThat(RangeQuery.of(Words.line("NESTOR.RANGE '' '' KEYS SLOT 150")).reply(partitions, 0))
                .isEqualTo(new Reply.Array(List.of(Reply.bulk("c"))));
    }

    /** Not "none": the keys are somewhere else. */
    @Test
    void withASlotOfAnotherServer_isRefused() {
        assertThat(count("NESTOR.COUNT SLOT 200"))
                .isEqualTo(Failure.clusterDown("this server does not answer for slot 200"));
    }
}
