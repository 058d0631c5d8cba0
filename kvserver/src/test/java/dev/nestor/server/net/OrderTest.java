package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.nestor.protocol.Reply;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a connection may rely on while writes and proofs of leadership take their time. */
@ExtendWith(NoLeaks.class)
@Timeout(120)
class OrderTest {
    private TestServer server;
    private Client client;
    private MemoryPartition first;
    private MemoryPartition second;

    /** Keys of the first partition and of the second. */
    private String x;

    private String y;

    @BeforeEach
    void open() throws IOException {
        server = new TestServer(2);
        client = server.connect();
        first = server.partitions.get(0);
        second = server.partitions.get(1);
        x = server.partitions.keyIn(0, "x");
        y = server.partitions.keyIn(1, "y");
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    /** What another client gets meanwhile. */
    private String elsewhere(String command) throws IOException {
        try (Client other = server.connect()) {
            return other.ask(command);
        }
    }

    private static void awaitWrites(MemoryPartition partition, int count) {
        await().until(() -> partition.waitingWrites() == count);
    }

    private static void awaitConfirmation(MemoryPartition partition) {
        await().until(() -> partition.openConfirmations() == 1);
    }

    @Test
    void aRead_waitsForTheWriteInFrontOfIt() throws IOException {
        first.hold();
        client.send("SET " + x + " 1", "GET " + x);
        awaitWrites(first, 1);
        first.letGo();

        assertThat(client.replies(2)).containsExactly("+OK", "1");
    }

    @Test
    void writes_doNotWaitForEachOther() throws IOException {
        first.hold();
        client.send("SET " + x + " 1", "APPEND " + x + " 2", "APPEND " + x + " 3");
        awaitWrites(first, 3);
        first.letGo();

        assertThat(client.replies(3)).containsExactly("+OK", ":2", ":3");
    }

    @Test
    void aWrite_doesNotOvertakeAReadThatWaitsForLeadership() throws IOException {
        client.ask("SET " + x + " old");
        first.leased = false;
        client.send("GET " + x, "SET " + x + " new");
        awaitConfirmation(first);
        first.confirm();

        assertThat(client.replies(2)).containsExactly("old", "+OK");
    }

    @Test
    void aRead_doesNotOvertakeAReadThatWaits() throws IOException {
        first.hold();
        first.leased = false;
        client.send("SET " + x + " 1", "GET " + x, "SET " + x + " 2", "GET " + x);
        awaitWrites(first, 1);
        first.letGo();
        awaitConfirmation(first);
        first.confirm();
        // The second read is answered by the proof for the first: it had come by then.
        assertThat(client.replies(4)).containsExactly("+OK", "1", "+OK", "2");
    }

    @Test
    void otherPartitions_doNotWait() throws IOException {
        client.ask("SET " + y + " old");
        first.hold();
        client.send("SET " + x + " 1", "GET " + y);
        awaitWrites(first, 1);
        assertThat(elsewhere("SET " + y + " new")).isEqualTo("+OK");
        first.letGo();

        assertThat(client.replies(2)).containsExactly("+OK", "old");
    }

    @Test
    void readsThatComeTogether_shareOneCheck() throws IOException {
        first.leased = false;
        client.send("GET " + x, "GET " + x, "GET " + x);
        awaitConfirmation(first);
        first.confirm();

        assertThat(client.replies(3)).containsExactly("nil", "nil", "nil");
        assertThat(first.confirmationsAsked()).isEqualTo(1);
    }

    @Test
    void aLease_countsForWhatCameWhileItWasValid_alone() throws IOException {
        assertThat(client.ask("GET " + x)).isEqualTo("nil");
        first.leased = false;
        client.send("GET " + x);
        awaitConfirmation(first);
        first.confirm();

        assertThat(client.reply()).isEqualTo("nil");
    }

    @Test
    void aReadThatWasHeld_isAnswered_alsoWhenTheLeaseComesBackWhileItBegins() throws IOException {
        Iterator<Boolean> leases = List.of(true, false, true).iterator();
        first.lease = leases::next;
        client.send("DBSIZE", "GET " + x);

        assertThat(client.replies(2)).containsExactly(":0", "nil");
        assertThat(leases).isExhausted();
    }

    @Test
    void aReadThatCameBehindACheck_isNotAnsweredByIt() throws IOException {
        first.leased = false;
        client.send("GET " + x);
        awaitConfirmation(first);
        client.send("GET " + x);
        await().until(() -> server.traffic.traffic(1, 0).commandsProcessed() == 2);
        first.confirm();

        assertThat(client.reply()).isEqualTo("nil");
        awaitConfirmation(first);
        assertThat(first.confirmationsAsked()).isEqualTo(2);
        first.confirm();
        assertThat(client.reply()).isEqualTo("nil");
    }

    @Test
    void aRead_whenLeadershipIsLost_isSentElsewhere_andTheWriteBehindItGoesOn() throws IOException {
        first.leased = false;
        client.send("GET " + x, "SET " + x + " 1");
        awaitConfirmation(first);
        first.refuseToConfirm();

        assertThat(client.reply()).startsWith("-MOVED").endsWith("127.0.0.1:7777");
        assertThat(client.reply()).isEqualTo("+OK");
    }

    @Test
    void aFollower_sendsClientsElsewhere_saveForThoseThatMayReadOldValues() throws IOException {
        client.ask("SET " + x + " 1");
        first.leading = false;
        assertThat(client.ask("GET " + x)).startsWith("-MOVED");
        assertThat(client.ask("SET " + x + " 2")).startsWith("-MOVED");

        client.ask("READONLY");
        assertThat(client.ask("GET " + x)).isEqualTo("1");
        assertThat(client.ask("SET " + x + " 2")).startsWith("-MOVED");

        client.ask("READWRITE");
        assertThat(client.ask("GET " + x)).startsWith("-MOVED");
    }

    @Test
    void aWriteThatFails_isAnsweredByWhatIsKnownOfIt() throws IOException {
        first.hold();
        client.send("SET " + x + " 1", "SET " + x + " 2", "SET " + x + " 3", "GET " + x);
        awaitWrites(first, 3);
        first.fail(WriteFailure.OVERLOADED);
        first.fail(WriteFailure.NOT_LEADER);
        first.fail(WriteFailure.OUTCOME_UNKNOWN);

        assertThat(client.reply()).startsWith("-TRYAGAIN");
        assertThat(client.reply()).startsWith("-MOVED");
        assertThat(client.reply()).startsWith("-OUTCOMEUNKNOWN");
        assertThat(client.reply()).isEqualTo("nil");
    }

    @Test
    void keysOfOnePartition_mayHaveSeveralSlots_butThoseOfTwoMayNot() throws IOException {
        String other = server.partitions.keyIn(0, "other");
        client.send("MSET " + x + " 1 " + other + " 2", "MGET " + x + " " + other, "MGET " + x + " " + y);

        assertThat(client.replies(2)).containsExactly("+OK", "[1, 2]");
        assertThat(client.reply()).isEqualTo("-CROSSSLOT Keys in request don't hash to the same slot");
    }

    @Test
    void aReadOfAllPartitions_seesWhatIsInFrontOfIt_andNothingBehind() throws IOException {
        first.hold();
        client.send("SET " + x + " 1", "DBSIZE", "SET " + y + " 1", "DBSIZE");
        awaitWrites(first, 1);
        first.letGo();

        assertThat(client.replies(4)).containsExactly("+OK", ":1", "+OK", ":2");
    }

    @Test
    void aReadOfAllPartitions_isSureOfEachOfThem() throws IOException {
        first.leased = false;
        second.leased = false;
        client.send("DBSIZE");
        awaitConfirmation(first);
        awaitConfirmation(second);
        first.confirm();
        second.refuseToConfirm();
        assertThat(client.reply()).startsWith("-TRYAGAIN");

        client.send("READONLY", "DBSIZE");
        assertThat(client.replies(2)).containsExactly("+OK", ":0");
    }

    /** Otherwise all keys of the others would seem to be gone. */
    @Test
    void aStaleReadOfAllPartitions_isRefusedUntilAllAreOpened() throws IOException {
        client.send("SET " + x + " 1", "READONLY");
        assertThat(client.replies(2)).containsExactly("+OK", "+OK");
        server.partitions.loading = true;
        client.send("DBSIZE");
        assertThat(client.reply()).startsWith("-LOADING");
        server.partitions.loading = false;
        client.send("DBSIZE");
        assertThat(client.reply()).isEqualTo(":1");
    }

    @Test
    void aWriteToAllPartitions_takesEffectInItsPlace() throws IOException {
        first.hold();
        client.send("SET " + x + " 1", "FLUSHALL", "GET " + x, "SET " + y + " 1", "DBSIZE");
        awaitWrites(first, 1);
        first.letGo();

        assertThat(client.replies(5)).containsExactly("+OK", "+OK", "nil", "+OK", ":1");
    }

    @Test
    void aWriteToAllPartitions_thatFailsInOne_saysSo() throws IOException {
        first.hold();
        client.send("FLUSHALL", "PING");
        awaitWrites(first, 1);
        first.fail(WriteFailure.NOT_LEADER);

        assertThat(client.reply()).startsWith("-OUTCOMEUNKNOWN");
        assertThat(client.reply()).isEqualTo("+PONG");
    }

    @Test
    void whatComesBehindAPromisedReply_isNotBegunBeforeIt() throws Exception {
        client.send("NESTOR.CREATE 1 1 127.0.0.1:9000", "SET " + x + " 1");
        assertThat(elsewhere("SET " + x + " 0")).isEqualTo("+OK");
        server.facts.created.complete(Reply.OK);

        assertThat(client.replies(2)).containsExactly("+OK", "+OK");
        assertThat(client.ask("GET " + x)).isEqualTo("1");
    }
}
