package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads from all partitions, and with SLOT from one. Slot 0 is in the first of two, 16383 in the last. */
@Timeout(60)
class ReadAllTurnTest {
    private TestServer server;
    private Client client;

    @BeforeEach
    void fill() throws IOException {
        server = new TestServer(2);
        client = server.connect();
        client.ask("SET " + server.partitions.keyIn(0, "a") + " 1");
        client.ask("SET " + server.partitions.keyIn(1, "b") + " 1");
        client.ask("SET " + server.partitions.keyIn(1, "c") + " 1");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void withoutASlot_allPartitionsAreRead() throws IOException {
        assertThat(client.ask("NESTOR.COUNT")).isEqualTo(":3");
    }

    @Test
    void withASlot_itsPartitionIsReadAlone() throws IOException {
        assertThat(client.ask("NESTOR.COUNT SLOT 0")).isEqualTo(":1");
        assertThat(client.ask("NESTOR.COUNT PREFIX b SLOT 16383")).isEqualTo(":1");
        assertThat(client.ask("NESTOR.RANGE '' '' KEYS SLOT 0")).isEqualTo("[" + server.partitions.keyIn(0, "a") + "]");
    }

    @Test
    void partitionThatAnotherLeads_isAskedThere() throws IOException {
        server.partitions.get(1).leading = false;
        assertThat(client.ask("NESTOR.COUNT SLOT 16383")).isEqualTo("-MOVED 16383 127.0.0.1:7777");
        assertThat(client.ask("NESTOR.COUNT SLOT 0")).isEqualTo(":1");

        server.partitions.get(1).leaderless = true;
        assertThat(client.ask("NESTOR.COUNT SLOT 16383")).startsWith("-CLUSTERDOWN ");
    }

    @Test
    void replica_answersForItsPartition_whateverIsWithTheOthers() throws IOException {
        server.partitions.get(0).leading = false;
        server.partitions.loading = true;
        client.ask("READONLY");
        assertThat(client.ask("NESTOR.COUNT")).startsWith("-LOADING ");
        assertThat(client.ask("NESTOR.COUNT SLOT 0")).isEqualTo(":1");
    }

    @Test
    void leader_provesThatItLeadsThisPartition_andNoOther() throws IOException {
        server.partitions.get(1).leased = false;
        assertThat(client.ask("NESTOR.COUNT SLOT 0")).isEqualTo(":1");
    }
}
