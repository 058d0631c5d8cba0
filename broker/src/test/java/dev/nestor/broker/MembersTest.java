package dev.nestor.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.ClusterStatus.Partition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final ServerAddress A = new ServerAddress("a", 9000);
    private static final ServerAddress B = new ServerAddress("b", 9000);
    private static final ServerAddress C = new ServerAddress("c", 9000);
    private static final ServerAddress OTHER = new ServerAddress("other", 9000);
    private static final Partition PARTITION =
            new Partition(2, 100, 199, "electing", Optional.empty(), List.of(A, B, C));

    @Test
    void aPartitionWithAMajority_isElecting() {
        assertThat(Members.describe(PARTITION, Set.of(OTHER)))
                .isEqualTo("partition 2 (slots 100-199) is electing a leader (up: a:9000, b:9000, c:9000)");
        assertThat(Members.describe(PARTITION, Set.of(B, OTHER)))
                .isEqualTo("partition 2 (slots 100-199) is electing a leader (silent: b:9000; up: a:9000, c:9000)");
    }

    @Test
    void aPartitionWithoutAMajority_hasNoLeader() {
        assertThat(Members.describe(PARTITION, Set.of(B, A)))
                .isEqualTo("partition 2 (slots 100-199) has no leader (silent: a:9000, b:9000; up: c:9000)");
        assertThat(Members.describe(PARTITION, Set.of(A, B, C)))
                .isEqualTo("partition 2 (slots 100-199) has no leader (silent: a:9000, b:9000, c:9000)");
    }
}
