package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.nestor.protocol.Reply;
import dev.nestor.server.command.Credentials;
import dev.nestor.server.command.Plan;
import dev.nestor.server.command.ServerFacts.Traffic;
import dev.nestor.server.store.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server from its first connection to its last. */
@ExtendWith(NoLeaks.class)
@Timeout(120)
class RespServerTest {
    private static final Credentials PASSWORD = new Credentials() {
        @Override
        public boolean areRequired() {
            return true;
        }

        @Override
        public boolean accept(byte[] password) {
            return new String(password, StandardCharsets.UTF_8).equals("secret");
        }
    };

    private static TestServer withPassword() throws IOException {
        return new TestServer(1, ConnectionLimits.DEFAULT, 10, PASSWORD, planner -> planner);
    }

    /** A server on which the named commands do something else than they should. */
    private static TestServer withCommands(Map<String, Plan> plans) throws IOException {
        return new TestServer(
                1, ConnectionLimits.DEFAULT, 10, Credentials.NONE, planner -> (request, session, nowMillis) -> {
                    Plan plan = plans.get(request.text(0));
                    return plan == null ? planner.plan(request, session, nowMillis) : plan;
                });
    }

    @Test
    void aPipeline_isAnsweredInItsOrder() throws IOException {
        try (TestServer server = new TestServer(3);
                Client client = server.connect()) {
            client.send("PING", "SET a 1", "GET a", "INCR a", "GET b", "MGET {a}x a", "DBSIZE");

            assertThat(client.replies(7)).containsExactly("+PONG", "+OK", "1", ":2", "nil", "[nil, 2]", ":1");
        }
    }

    @Test
    void aRequestInManyPieces_isOneRequest() throws IOException {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            for (byte piece : "*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n".getBytes(StandardCharsets.UTF_8)) {
                client.send(new byte[] {piece});
            }

            assertThat(client.reply()).isEqualTo("hi");
        }
    }

    @Test
    void eachReply_isOfTheVersionThatWasSpokenWhenItsRequestCame() throws IOException {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            server.partitions.get(0).hold();
            client.send("SET a 1", "GET b", "HELLO 3", "GET b");
            await().until(() -> server.partitions.get(0).waitingWrites() == 1);
            server.partitions.get(0).letGo();

            assertThat(client.raw(11)).isEqualTo("+OK\r\n$-1\r\n%");
            client.shutdownOutput();
            assertThat(client.raw(1 << 16)).endsWith("\r\n_\r\n");
        }
    }

    @Test
    void quit_isAnswered_andNothingBehindIt() throws IOException {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            server.partitions.get(0).hold();
            client.send("SET a 1", "QUIT", "SET b 1", "*oops");
            await().until(() -> server.partitions.get(0).waitingWrites() == 1);
            server.partitions.get(0).letGo();

            assertThat(client.replies(2)).containsExactly("+OK", "+OK");
            assertThat(client.isClosed()).isTrue();
            assertThat(server.partitions.get(0).view().size()).isEqualTo(1);
        }
    }

    @Test
    void bytesThatAreNoRequest_areRefusedBehindTheRepliesBeforeThem_andTheConnectionCloses() throws IOException {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            server.partitions.get(0).hold();
            client.send("SET a 1", "GET a", "*1", "#oops", "PING");
            await().until(() -> server.partitions.get(0).waitingWrites() == 1);
            server.partitions.get(0).letGo();

            assertThat(client.replies(3)).containsExactly("+OK", "1", "-ERR Protocol error: expected '$', got '#'");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void aClientThatOnlyListensAnyMore_getsAllItsReplies() throws IOException {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            server.partitions.get(0).hold();
            client.send("SET a 1", "GET a");
            client.shutdownOutput();
            await().until(() -> server.partitions.get(0).waitingWrites() == 1);
            server.partitions.get(0).letGo();

            assertThat(client.replies(2)).containsExactly("+OK", "1");
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void aClientThatGoesAmidItsPipeline_leavesNothingBehind() throws IOException {
        try (TestServer server = new TestServer(1)) {
            server.partitions.get(0).hold();
            Client client = server.connect();
            client.send("SET a 1", "GET a", "SET b 1");
            await().until(() -> server.partitions.get(0).waitingWrites() == 1);
            client.reset();
            await().until(() -> server.clients.sessions().isEmpty());
            server.partitions.get(0).letGo();

            try (Client other = server.connect()) {
                assertThat(other.ask("MGET a b")).isEqualTo("[1, nil]");
            }
            await().until(() -> server.traffic.traffic(1, 0).connectedClients() == 0);
        }
    }

    @Test
    void aFaultOfOurOwn_costsItsRequestAlone() throws IOException {
        List<Bytes> key = List.of(Bytes.utf8("a"));
        Plan.Reader reader = (view, nowMillis) -> {
            throw new IllegalStateException("a test says so");
        };
        Plan.AllReader allReader = (views, nowMillis) -> {
            throw new IllegalStateException("a test says so");
        };
        CompletableFuture<Reply> failed = CompletableFuture.failedFuture(new IllegalStateException("a test says so"));
        Map<String, Plan> faulty = Map.of(
                "READ", new Plan.Read(key, reader),
                "ALL", new Plan.ReadAll(Plan.ReadAll.EVERY_SLOT, allReader),
                "LATER", new Plan.Later(failed));
        try (TestServer server = withCommands(faulty);
                Client client = server.connect()) {
            client.send("PING", "READ", "SET a 1", "READ", "ALL", "LATER", "NESTOR.JOIN 127.0.0.1:1", "PING");

            String fault = "-ERR internal error";
            assertThat(client.replies(8)).containsExactly("+PONG", fault, "+OK", fault, fault, fault, fault, "+PONG");
        }
    }

    @Test
    void aPlannerThatFails_costsItsRequestAlone() throws IOException {
        UnaryOperator<Planner> fails = planner -> (request, session, nowMillis) -> {
            if (request.is(0, "BOOM")) {
                throw new IllegalStateException("a test says so");
            }
            return planner.plan(request, session, nowMillis);
        };
        try (TestServer server = new TestServer(1, ConnectionLimits.DEFAULT, 10, Credentials.NONE, fails);
                Client client = server.connect()) {
            client.send("PING", "BOOM", "PING");

            assertThat(client.replies(3)).containsExactly("+PONG", "-ERR internal error", "+PONG");
        }
    }

    @Test
    void anErrorOfTheMachine_costsTheConnection_andNoOther() throws IOException {
        UnaryOperator<Planner> fails = planner -> (request, session, nowMillis) -> {
            if (request.is(0, "BOOM")) {
                throw new StackOverflowError("a test says so");
            }
            return planner.plan(request, session, nowMillis);
        };
        try (TestServer server = new TestServer(1, ConnectionLimits.DEFAULT, 10, Credentials.NONE, fails);
                Client client = server.connect();
                Client other = server.connect()) {
            client.send("PING", "BOOM", "PING");

            assertThat(client.isClosed()).isTrue();
            assertThat(other.ask("PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void oneClientTooMany_isToldSo_untilAnotherLeaves() throws IOException {
        try (TestServer server = new TestServer(1, ConnectionLimits.DEFAULT, 2, Credentials.NONE, planner -> planner);
                Client one = server.connect();
                Client two = server.connect()) {
            assertThat(one.ask("PING")).isEqualTo("+PONG");
            assertThat(two.ask("PING")).isEqualTo("+PONG");
            try (Client three = server.connect()) {
                assertThat(three.reply()).isEqualTo("-ERR max number of clients reached");
                assertThat(three.isClosed()).isTrue();
            }
            assertThat(server.traffic.traffic(2, 0).connectionsRejected()).isEqualTo(1);

            one.leave();
            await().until(() -> server.traffic.traffic(2, 0).connectedClients() == 1);
            try (Client four = server.connect()) {
                assertThat(four.ask("PING")).isEqualTo("+PONG");
            }
        }
    }

    @Test
    void aStranger_maySayLittle_untilItHasGivenThePassword() throws IOException {
        try (TestServer server = withPassword();
                Client stranger = server.connect();
                Client client = server.connect()) {
            assertThat(stranger.ask("GET a")).startsWith("-NOAUTH");
            stranger.send("*100", "");
            assertThat(stranger.reply()).isEqualTo("-ERR Protocol error: unauthenticated multibulk length");
            assertThat(stranger.isClosed()).isTrue();

            assertThat(client.ask("AUTH wrong")).startsWith("-WRONGPASS");
            assertThat(client.ask("AUTH secret")).isEqualTo("+OK");
            client.send("*12\r\n$3\r\nDEL\r\n" + "$1\r\na\r\n".repeat(11));
            assertThat(client.reply()).isEqualTo(":0");
        }
    }

    @Test
    void whoIsConnected_isKnown() throws IOException {
        try (TestServer server = new TestServer(1);
                Client one = server.connect();
                Client two = server.connect()) {
            one.ask("CLIENT SETNAME one");
            two.ask("CLIENT SETNAME two");

            assertThat(two.ask("CLIENT LIST").lines())
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("name=one", "addr=127.0.0.1:" + one.localPort()),
                            line -> assertThat(line).contains("name=two", "addr=127.0.0.1:" + two.localPort()));
        }
    }

    @Test
    void trafficIsCounted() throws IOException {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            client.send("SET a 1", "GET a", "GET b");
            client.replies(3);
            await().until(() -> server.traffic.traffic(1, 0).commandsProcessed() == 3);

            Traffic traffic = server.traffic.traffic(10, 7);
            assertThat(traffic.connectedClients()).isEqualTo(1);
            assertThat(traffic.connectionsReceived()).isEqualTo(1);
            assertThat(traffic.inputBytes()).isEqualTo("SET a 1\r\nGET a\r\nGET b\r\n".length());
            assertThat(traffic.outputBytes()).isEqualTo("+OK\r\n$1\r\n1\r\n$-1\r\n".length());
            assertThat(traffic.keyHits()).isEqualTo(1);
            assertThat(traffic.keyMisses()).isEqualTo(1);
            assertThat(traffic.expiredKeys()).isEqualTo(7);
        }
    }

    @Test
    void aPortThatIsTaken_isOneClearLine() throws IOException {
        try (TestServer server = new TestServer(1)) {
            RespSettings same =
                    new RespSettings("127.0.0.1", server.server().address().getPort());
            assertThatThrownBy(() -> RespServer.open(
                            same,
                            (request, session, nowMillis) -> new Plan.Answer(Reply.OK),
                            server.partitions,
                            Credentials.NONE,
                            server.clients,
                            server.traffic))
                    .isInstanceOf(IOException.class)
                    .hasMessage("can't listen on 127.0.0.1:%d: the port is taken by another process", same.port());
        }
    }

    @Test
    void aHostThatDoesNotExist_isOneClearLine() {
        assertThatThrownBy(() -> RespServer.open(
                        new RespSettings("nowhere.invalid", 0),
                        (request, session, nowMillis) -> new Plan.Answer(Reply.OK),
                        new MemoryPartitions(1),
                        Credentials.NONE,
                        new ClientRegistry(),
                        new TrafficCounters()))
                .isInstanceOf(IOException.class)
                .hasMessage("can't listen on nowhere.invalid:0: there is no such host");
    }

    @Test
    void closing_answersWhatIsUnderWay() throws Exception {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            server.partitions.get(0).hold();
            client.send("SET a 1", "GET a");
            await().until(() -> server.partitions.get(0).waitingWrites() == 1);
            CompletableFuture<Void> closing =
                    CompletableFuture.runAsync(() -> server.server().close(Duration.ofSeconds(20)));
            server.partitions.get(0).letGo();

            assertThat(client.replies(2)).containsExactly("+OK", "1");
            assertThat(client.isClosed()).isTrue();
            closing.join();
            assertThatThrownBy(server::connect).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closing_doesNotWaitLongerThanItIsTold() throws Exception {
        try (TestServer server = new TestServer(1);
                Client client = server.connect()) {
            server.partitions.get(0).hold();
            client.send("SET a 1");
            await().until(() -> server.partitions.get(0).waitingWrites() == 1);
            server.server().close(Duration.ofMillis(10));

            assertThat(client.isClosed()).isTrue();
            server.partitions.get(0).letGo();
        }
    }
}
