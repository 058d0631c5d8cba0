package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.nestor.server.command.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clients that take too much, or give too fast, are allowed to. */
@ExtendWith(NoLeaks.class)
@Timeout(120)
class BackpressureTest {
    private static final int KB = 1 << 10;
    private static final int MB = 1 << 20;
    private static final int VALUE_BYTES = 100 * KB;
    private static final long LONG = Duration.ofMinutes(10).toMillis();

    private static TestServer serverWith(ConnectionLimits limits) throws IOException {
        return new TestServer(2, limits, 10, Credentials.NONE, planner -> planner);
    }

    private static void set(Client client, String key, int valueBytes) throws IOException {
        client.send("*3\r\n$3\r\nSET\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n"
                .formatted(key.length(), key, valueBytes, "v".repeat(valueBytes))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String[] times(int count, String command) {
        return Collections.nCopies(count, command).toArray(String[]::new);
    }

    private static long processed(TestServer server) {
        return server.traffic.traffic(1, 0).commandsProcessed();
    }

    @Test
    void aClientThatWritesAndNeverReads_isPaused_andThenDropped() throws IOException {
        try (TestServer server = serverWith(new ConnectionLimits(1000, MB, 64 * KB, 64 * MB, 500));
                Client client = server.connect()) {
            set(client, "a", VALUE_BYTES);
            assertThat(client.reply()).isEqualTo("+OK");
            byte[] gets = "GET a\r\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            CompletableFuture<Integer> writing = sending(client, gets);

            await().atMost(Duration.ofSeconds(30)).until(() -> server.traffic.droppedConnections() == 1);
            await().until(() -> server.clients.sessions().isEmpty());
            // What the kernel takes for both ends comes on top of the limits, a few megabytes.
            assertThat(processed(server)).isLessThan(32 * MB / VALUE_BYTES);
            assertThat(server.traffic.traffic(1, 0).inputBytes())
                    .isLessThan((long) writing.join() * gets.length)
                    .isLessThan(2 * MB);
        }
    }

    /** Sends the same again and again on a thread of its own. Ends with how often. */
    private static CompletableFuture<Integer> sending(Client client, byte[] bytes) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> ended.complete(sendUntilClosed(client, bytes)));
        return ended;
    }

    private static int sendUntilClosed(Client client, byte[] bytes) {
        int count = 0;
        try {
            while (true) {
                client.send(bytes);
                count++;
            }
        } catch (IOException e) {
            return count;
        }
    }

    @Test
    void aClientThatReadsLate_isPaused_andGetsEverything() throws IOException {
        try (TestServer server = serverWith(new ConnectionLimits(1000, MB, 64 * KB, 64 * MB, LONG));
                Client client = server.connect()) {
            set(client, "a", VALUE_BYTES);
            assertThat(client.reply()).isEqualTo("+OK");
            client.send(times(500, "GET a"));
            client.send("PING");

            List<String> replies = client.replies(501);
            assertThat(replies.subList(0, 500)).allMatch(reply -> reply.length() == VALUE_BYTES);
            assertThat(replies.getLast()).isEqualTo("+PONG");
        }
    }

    @Test
    void aReplyThatIsTooLarge_costsTheConnection() throws IOException {
        try (TestServer server = serverWith(new ConnectionLimits(1000, MB, 64 * KB, MB, LONG));
                Client client = server.connect()) {
            set(client, "a", 8 * MB);
            assertThat(client.reply()).isEqualTo("+OK");
            client.send("MGET a a a");

            await().until(() -> server.traffic.droppedConnections() == 1);
            await().until(() -> server.clients.sessions().isEmpty());
        }
    }

    @Test
    void moreRequestsThanMayBeUnderWay_areNotBegun() throws IOException {
        try (TestServer server = serverWith(new ConnectionLimits(10, MB, MB, 64 * MB, LONG));
                Client client = server.connect()) {
            MemoryPartition partition = server.partitions.of("a");
            partition.hold();
            client.send(times(5000, "INCR a"));
            await().until(() -> partition.waitingWrites() == 10);
            for (int left = 5000; left > 0; left -= 10) {
                partition.apply(10);
                int now = Math.min(10, left - 10);
                await().pollInterval(Duration.ofMillis(1)).until(() -> partition.waitingWrites() == now);
            }

            List<String> replies = client.replies(5000);
            assertThat(partition.mostWaiting()).isEqualTo(10);
            for (int i = 0; i < replies.size(); i++) {
                assertThat(replies.get(i)).isEqualTo(":" + (i + 1));
            }
        }
    }

    @Test
    void aConnectionWithTooManyRequestsUnderWay_isNotReadFrom() throws IOException {
        try (TestServer server = serverWith(new ConnectionLimits(10, MB, MB, 64 * MB, LONG));
                Client client = server.connect()) {
            MemoryPartition partition = server.partitions.of("a");
            partition.hold();
            byte[] writes = ("SET a " + "v".repeat(KB) + "\r\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
            CompletableFuture<Integer> writing = sending(client, writes);
            await().until(() -> partition.waitingWrites() == 10);
            // It goes on to send until the kernel takes no more; and that has been a while before it is cut off.
            await().during(Duration.ofMillis(300)).until(() -> !writing.isDone());
            client.leave();

            assertThat((long) writing.join() * writes.length).isGreaterThan(MB);
            assertThat(server.traffic.traffic(1, 0).inputBytes()).isLessThan(MB);
            assertThat(partition.mostWaiting()).isEqualTo(10);
            partition.letGo();
        }
    }

    @Test
    void repliesThatWaitForOthers_takeNoMoreThanTheirShare() throws IOException {
        try (TestServer server = serverWith(new ConnectionLimits(1000, MB, MB, 64 * MB, LONG));
                Client client = server.connect()) {
            String slow = server.partitions.keyIn(0, "slow");
            String large = server.partitions.keyIn(1, "large");
            set(client, large, VALUE_BYTES);
            assertThat(client.reply()).isEqualTo("+OK");
            server.partitions.get(0).hold();
            client.send("SET " + slow + " 1");
            client.send(times(500, "GET " + large));
            await().until(() -> processed(server) > MB / VALUE_BYTES);
            assertThat(processed(server)).isLessThan(2 + 2 * MB / VALUE_BYTES);
            server.partitions.get(0).letGo();

            assertThat(client.reply()).isEqualTo("+OK");
            assertThat(client.replies(500)).allMatch(reply -> reply.length() == VALUE_BYTES);
        }
    }

    @Test
    void readsThatHaveWaited_makeNoMoreRepliesThanTheirShare_andAllAreAnswered() throws IOException {
        try (TestServer server = serverWith(new ConnectionLimits(1000, MB, MB, 64 * MB, LONG));
                Client client = server.connect()) {
            String slow = server.partitions.keyIn(0, "slow");
            String large = server.partitions.keyIn(1, "large");
            server.partitions.get(0).hold();
            server.partitions.get(1).hold();
            client.send("SET " + slow + " 1");
            set(client, large, VALUE_BYTES);
            client.send(times(500, "GET " + large));
            await().until(() -> processed(server) == 502);
            server.partitions.get(1).letGo();
            await().until(() -> server.traffic.traffic(1, 0).keyHits() > 0);
            assertThat(server.traffic.traffic(1, 0).keyHits()).isLessThan(2 * MB / VALUE_BYTES);
            server.partitions.get(0).letGo();

            assertThat(client.replies(2)).containsExactly("+OK", "+OK");
            assertThat(client.replies(500)).allMatch(reply -> reply.length() == VALUE_BYTES);
        }
    }

    @Test
    void aLimitThatMakesNoSense_isRefused() {
        List<Runnable> mistakes = Arrays.asList(
                () -> new ConnectionLimits(0, MB, MB, MB, 1),
                () -> new ConnectionLimits(1, MB, MB, KB, 1),
                () -> new ConnectionLimits(1, MB, MB, MB, 0));

        assertThat(mistakes)
                .allSatisfy(mistake -> assertThatThrownBy(mistake::run).isInstanceOf(IllegalArgumentException.class));
    }
}
