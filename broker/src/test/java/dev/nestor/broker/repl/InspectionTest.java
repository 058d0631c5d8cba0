package dev.nestor.broker.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.ClusterStatus;
import dev.nestor.broker.ServerAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private static final ServerAddress LEADER = new ServerAddress("host1", 9000);
    private static final ServerAddress STARTING = new ServerAddress("host2", 9000);

    /** Two servers that hold two partitions; the first one leads both. */
    private static Inspection inspection(List<ReplicaFigures> starting) {
        return inspection(new ServerFigures(starting, true));
    }

    private static Inspection inspection(ServerFigures starting) {
        List<ServerAddress> servers = List.of(LEADER, STARTING);
        ClusterStatus status = new ClusterStatus(
                "ok",
                "host1",
                "id",
                1,
                2,
                List.of(
                        new ClusterStatus.Server("host1", LEADER, "up", 2, 2),
                        new ClusterStatus.Server("host2", STARTING, "up", 0, 2)),
                List.of(
                        new ClusterStatus.Partition(0, 0, 8191, "ok", Optional.of(LEADER), servers),
                        new ClusterStatus.Partition(1, 8192, 16383, "ok", Optional.of(LEADER), servers)));
        List<ReplicaFigures> all =
                List.of(new ReplicaFigures(0, 10, 10, 7, 5, 500), new ReplicaFigures(1, 116, 116, 9, 6, 600));
        return new Inspection(
                new Outlook(status, Set.of()),
                Map.of(0, 10L, 1, 116L),
                Map.of(LEADER, new ServerFigures(all, false), STARTING, starting));
    }

    @Test
    void figuresAreSums_andTheLagIsTheGreatest() {
        assertThat(inspection(List.of(
                                new ReplicaFigures(0, 9, 9, 6, 4, 400), new ReplicaFigures(1, 100, 100, 2, 1, 100)))
                        .servers()
                        .lines(Paint.PLAIN))
                .contains("host1:9000  up         2      2       11   1100    0")
                .contains("host2:9000  up         0      2        5    500    7");
    }

    @Test
    void aServerThatHasNotOpenedAllItHolds_hasNoFigures() {
        for (List<ReplicaFigures> opened :
                List.of(List.<ReplicaFigures>of(), List.of(new ReplicaFigures(0, 10, 10, 7, 5, 500)))) {
            Inspection starting = inspection(opened);
            assertThat(starting.servers().lines(Paint.PLAIN))
                    .contains("host2:9000  catching up      0      2        -      -    -");
            assertThat(starting.isWell()).isFalse();
        }
    }

    @Test
    void aServerThatHasNothingAndOpensNothing_isEmpty() {
        Inspection empty = inspection(new ServerFigures(List.of(), false));
        assertThat(empty.servers().lines(Paint.PLAIN)).contains("host2:9000  empty      0      2        -      -    -");
        assertThat(empty.trouble())
                .containsExactly(
                        "host2:9000 is empty: whoever listens there has none of the data that this server held.");
        assertThat(empty.isWell()).isFalse();
    }

    @Test
    void aServerThatIsFarBehindTheOthers_isNotWell() {
        Inspection behind =
                inspection(List.of(new ReplicaFigures(0, 10, 10, 7, 5, 500), new ReplicaFigures(1, 99, 99, 2, 1, 100)));
        assertThat(behind.servers().lines(Paint.PLAIN))
                .contains("host2:9000  catching up      0      2        6    600    7");
        assertThat(behind.trouble())
                .containsExactly("host2:9000 is catching up: it does not have all of its data yet.");
        assertThat(behind.isWell()).isFalse();
    }
}
