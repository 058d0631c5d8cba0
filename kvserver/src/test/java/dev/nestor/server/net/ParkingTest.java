package dev.nestor.server.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of requests for a partition that nobody is known to lead. */
@ExtendWith(NoLeaks.class)
@Timeout(60)
class ParkingTest {
    private TestServer server;
    private Client client;
    private MemoryPartition partition;
    private String x;

    @BeforeEach
    void open() throws IOException {
        server = new TestServer(2);
        client = server.connect();
        partition = server.partitions.get(0);
        x = server.partitions.keyIn(0, "x");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private void loseLeader() {
        partition.leading = false;
        partition.leaderless = true;
    }

    private void awaitCommands(int count) {
        await().until(() -> processed() >= count);
    }

    @Test
    void untilThisServerLeads_theyWait_andTakeEffectInTheirOrder() throws IOException {
        loseLeader();
        client.send("SET " + x + " 1", "GET " + x, "APPEND " + x + " 2", "GET " + x);
        awaitCommands(4);
        partition.leading = true;

        assertThat(client.replies(4)).containsExactly("+OK", "1", ":2", "12");
    }

    @Test
    void untilItIsKnownWhoLeads_theyWait() throws IOException {
        loseLeader();
        client.send("SET " + x + " 1", "GET " + x);
        awaitCommands(2);
        partition.leaderless = false;

        assertThat(client.replies(2)).allSatisfy(reply -> assertThat(reply).startsWith("-MOVED"));
    }

    @Test
    void otherPartitions_doNotWait_saveForTheirRepliesBehindThem() throws IOException {
        loseLeader();
        String y = server.partitions.keyIn(1, "y");
        client.send("GET " + x, "SET " + y + " 1");
        try (Client other = server.connect()) {
            await().until(() -> other.ask("GET " + y).equals("1"));
        }
        partition.leading = true;

        assertThat(client.replies(2)).containsExactly("nil", "+OK");
    }

    /** Were they to wait one after the other, the test would time out. */
    @Test
    void whenNobodyComesToLead_allAreToldSo_together() throws IOException {
        loseLeader();
        client.send(Collections.nCopies(200, "INCR " + x).toArray(String[]::new));
        assertThat(client.replies(200))
                .allSatisfy(reply -> assertThat(reply).startsWith("-CLUSTERDOWN nobody leads slot"));

        partition.leading = true;
        assertThat(client.ask("INCR " + x)).isEqualTo(":1");
    }

    @Test
    void aReadThatMayBeStale_waitsForTheWriteInFrontOfItAlone() throws IOException {
        client.ask("SET " + x + " 1");
        loseLeader();
        client.ask("READONLY");
        assertThat(client.ask("GET " + x)).isEqualTo("1");
        client.send("SET " + x + " 2", "GET " + x);
        awaitCommands(5);
        partition.leading = true;

        assertThat(client.replies(2)).containsExactly("+OK", "2");
    }

    @Test
    void writesThatWereRefusedBeforeTheyWereWritten_areTriedAgain_inTheirOrder() throws IOException {
        partition.hold();
        client.send("SET " + x + " 1", "APPEND " + x + " 2", "GET " + x, "APPEND " + x + " 3");
        await().until(() -> partition.waitingWrites() == 2);
        partition.leaderless = true;
        partition.fail(WriteFailure.NOT_LEADER);
        partition.fail(WriteFailure.NOT_LEADER);
        await().until(() -> partition.waitingWrites() == 2);
        partition.letGo();

        assertThat(client.replies(4)).containsExactly("+OK", ":2", "12", ":3");
    }

    @Test
    void aServerThatGoesOnRefusing_isAskedNoLongerThanARequestMayWait() throws IOException {
        partition.leaderless = true;
        partition.failing = WriteFailure.NOT_LEADER;

        assertThat(client.ask("SET " + x + " 1")).startsWith("-CLUSTERDOWN");
    }

    @Test
    void aReadWhoseProofFailed_asksAnew() throws IOException {
        partition.leased = false;
        partition.leaderless = true;
        client.send("GET " + x, "GET " + x);
        await().until(() -> partition.openConfirmations() == 1);
        partition.refuseToConfirm();
        await().until(() -> partition.openConfirmations() == 1);
        partition.confirm();

        assertThat(client.replies(2)).containsExactly("nil", "nil");
    }

    @Test
    void aRefusedWrite_isNotTriedAgain_whenALaterOneTookEffectOrMayHave() throws IOException {
        partition.leaderless = true;
        for (String later : List.of("+OK", "-OUTCOMEUNKNOWN")) {
            partition.hold();
            client.send("SET " + x + " first", "SET " + x + " second");
            await().until(() -> partition.waitingWrites() == 2);
            partition.fail(WriteFailure.NOT_LEADER);
            if (!later.equals("+OK")) {
                partition.fail(WriteFailure.OUTCOME_UNKNOWN);
            }
            partition.letGo();

            assertThat(client.reply()).startsWith("-CLUSTERDOWN");
            assertThat(client.reply()).startsWith(later);
            assertThat(client.ask("GET " + x)).isEqualTo("second");
        }
    }

    /** Of values this large, two fit what may wait per event loop. */
    private static byte[] sets(int count, String key) {
        String value = "v".repeat((int) (Parking.BYTES_MAX * 2 / 5));
        String set =
                "*3\r\n$3\r\nSET\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n".formatted(key.length(), key, value.length(), value);
        return set.repeat(count).getBytes(US_ASCII);
    }

    private void awaitMore(int count, long before) {
        await().until(() -> processed() >= before + count);
    }

    private long processed() {
        return server.traffic.traffic(1, 0).commandsProcessed();
    }

    @Test
    void moreThanMayWait_isAnsweredAtOnce_untilThereIsRoomAgain() throws IOException {
        for (int round = 0; round < 2; round++) {
            loseLeader();
            long before = processed();
            client.send(sets(3, x));
            awaitMore(3, before);
            partition.leading = true;

            assertThat(client.replies(2)).containsExactly("+OK", "+OK");
            assertThat(client.reply()).startsWith("-CLUSTERDOWN");
        }
    }

    @Test
    void aConnectionThatCloses_makesRoom() throws IOException {
        loseLeader();
        long before = processed();
        // One per event loop.
        try (Client first = server.connect();
                Client second = server.connect()) {
            first.send(sets(2, x));
            second.send(sets(2, x));
            awaitMore(4, before);
        }
        await().until(() -> server.traffic.traffic(1, 0).connectedClients() == 1);
        client.send(sets(2, x));
        awaitMore(6, before);
        partition.leading = true;

        assertThat(client.replies(2)).containsExactly("+OK", "+OK");
    }
}
