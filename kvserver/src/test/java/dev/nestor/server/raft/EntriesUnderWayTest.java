package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.StringOperation;
import org.junit.jupiter.api.Test;

class EntriesUnderWayTest {
    private final EntriesUnderWay underWay = new EntriesUnderWay();

    private static WriteBatch batch(int operations) {
        WriteBatch batch = new WriteBatch();
        for (int i = 0; i < operations; i++) {
            batch.add(new StringOperation.Set(Bytes.utf8("k" + i), Bytes.EMPTY), new WriteListener() {
                @Override
                public void written(Outcome outcome) {}

                @Override
                public void failed(ProposalException failure) {}
            });
        }
        return batch;
    }

    @Test
    void secondEntry_shouldBeAsLargeAsTheFirst_andAThirdMustWait() {
        WriteBatch first = batch(3);
        assertThat(underWay.operations()).isZero();
        underWay.add(first);
        assertThat(underWay.hasRoom()).isTrue();
        assertThat(underWay.operations()).isEqualTo(3);

        underWay.add(batch(4));
        assertThat(underWay.hasRoom()).isFalse();

        underWay.remove(first);
        assertThat(underWay.hasRoom()).isTrue();
        assertThat(underWay.operations()).isEqualTo(4);
    }
}
