package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.server.command.ClusterFacts.Partition;
import dev.nestor.server.command.ClusterFacts.Server;
import dev.nestor.server.command.ClusterFacts.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    @ParameterizedTest
    @CsvSource({
        "3, leader, UP UP UP,          ok",
        "3, leader, UP UP LEAVING,     ok",
        "3, leader, UP UP DOWN,        degraded",
        "3, leader, UP SUSPECT UP,     degraded",
        "3, leader, UP UP,             degraded",
        "3, '',     UP UP UP,          electing",
        "3, '',     UP UP DOWN,        electing",
        "3, leader, UP DOWN DOWN,      no quorum",
        "2, leader, UP DOWN,           no quorum",
        "2, '',     UP DOWN,           no quorum",
        "3, '',     DOWN DOWN DOWN,    down",
        "1, leader, UP,                ok",
        "1, '',     SUSPECT,           down"
    })
    void health_isWhatReplicasAndLeaderMakeIt(int copies, String leader, String states, String expected) {
        Map<String, Server> servers = new HashMap<>();
        List<String> replicas = new ArrayList<>();
        for (String state : states.split(" ", -1)) {
            String id = "server" + replicas.size();
            servers.put(id, new Server(id, "host", 1, 2, State.valueOf(state)));
            replicas.add(id);
        }
        @Nullable String leaderId = leader.isEmpty() ? null : "server0";
        Partition partition = new Partition(0, 0, 16383, leaderId, replicas);
        assertThat(Health.of(partition, servers, copies).word()).isEqualTo(expected);
    }
}
