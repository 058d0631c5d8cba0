package dev.nestor.server.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.StringOperation;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WriteQueueTest {
    private static final Operation OPERATION = new StringOperation.Set(Bytes.utf8("key"), Bytes.EMPTY);

    private final WriteQueue queue = new WriteQueue();
    private final WriteListener nobody = new WriteListener() {
        @Override
        public void written(Outcome outcome) {
            throw new AssertionError("nothing was proposed");
        }

        @Override
        public void failed(ProposalException failure) {
            throw new AssertionError("nothing was proposed");
        }
    };

    private boolean add(int operations) {
        for (int i = 0; i < operations; i++) {
            if (!queue.add(OPERATION, nobody)) {
                return false;
            }
        }
        return true;
    }

    private int polled(int operations) {
        return Objects.requireNonNull(queue.poll(operations)).size();
    }

    @Test
    void nothingWaits_nothingLeaves() {
        assertThat(queue.poll(0)).isNull();
    }

    @Test
    void lessThanWanted_waitsForMore() {
        add(4);
        assertThat(queue.poll(5)).isNull();
        add(1);
        assertThat(polled(5)).isEqualTo(5);
        assertThat(queue.poll(0)).isNull();
    }

    @Test
    void withNothingUnderWay_whateverWaitsLeaves() {
        add(1);
        assertThat(polled(0)).isEqualTo(1);
    }

    @Test
    void fullBatch_leavesHoweverManyAreWanted() {
        add(WriteBatch.OPERATIONS_MAX + 3);
        assertThat(polled(Integer.MAX_VALUE)).isEqualTo(WriteBatch.OPERATIONS_MAX);
        assertThat(queue.poll(4)).isNull();
        assertThat(polled(3)).isEqualTo(3);
    }

    @Test
    void tooMuchWaits_noMoreIsTaken() {
        assertThat(add(100 * WriteBatch.OPERATIONS_MAX)).isFalse();
        assertThat(polled(0)).isEqualTo(WriteBatch.OPERATIONS_MAX);
        assertThat(add(1)).isTrue();
    }

    @Test
    void closed_takesNoMore_butGivesWhatItHas() {
        add(2);
        queue.close();
        assertThat(add(1)).isFalse();
        assertThat(polled(0)).isEqualTo(2);
    }
}
