package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whole requests over sockets. */
class RespServerTest {
    @Test
    void aPipeline_isAnsweredInItsOrder() throws IOException {
        try (TestServer server = new TestServer(3);
                Client client = server.connect()) {
            client.send("PING", "SET a 1", "GET a", "INCR a", "GET b", "MGET {a}x a", "DBSIZE");

            assertThat(client.replies(7)).containsExactly("+PONG", "+OK", "1", ":2", "nil", "[nil, 2]", ":1");
        }
    }
}
