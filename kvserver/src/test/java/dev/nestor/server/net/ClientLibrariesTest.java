package dev.nestor.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

/** The clients that Java programs use, as they come. */
@ExtendWith(NoLeaks.class)
@Timeout(120)
class ClientLibrariesTest {
    private static final int MANY = 2000;

    @Test
    void jedis_worksUnmodified() throws IOException {
        try (TestServer server = new TestServer(3);
                Jedis jedis = new Jedis("127.0.0.1", server.server().address().getPort())) {
            assertThat(jedis.ping()).isEqualTo("PONG");
            List<Response<Long>> counts = new ArrayList<>();
            try (Pipeline pipeline = jedis.pipelined()) {
                for (int i = 0; i < MANY; i++) {
                    pipeline.set("key" + i, "value" + i);
                    counts.add(pipeline.incr("counter"));
                }
            }

            assertThat(jedis.get("key77")).isEqualTo("value77");
            assertThat(jedis.dbSize()).isEqualTo(MANY + 1);
            assertThat(counts).extracting(Response::get).isSorted().last().isEqualTo((long) MANY);
        }
    }

    @Test
    void jedis_handsAnUnknownOutcomeToItsProgram() throws IOException {
        try (TestServer server = new TestServer(1);
                Jedis jedis = new Jedis("127.0.0.1", server.server().address().getPort())) {
            server.partitions.get(0).failing = WriteFailure.OUTCOME_UNKNOWN;

            assertThatThrownBy(() -> jedis.set("a", "1"))
                    .isExactlyInstanceOf(JedisDataException.class)
                    .hasMessageStartingWith("OUTCOMEUNKNOWN");
        }
    }

    @Test
    void lettuce_worksUnmodified() throws Exception {
        try (TestServer server = new TestServer(3)) {
            InetSocketAddress address = server.server().address();
            RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", address.getPort()));
            try (StatefulRedisConnection<String, String> connection = client.connect()) {
                List<RedisFuture<Long>> counts = IntStream.range(0, MANY)
                        .mapToObj(_ -> connection.async().incr("counter"))
                        .toList();
                assertThat(counts.getLast().get(10, TimeUnit.SECONDS)).isEqualTo(MANY);
                connection.sync().set("a", "1");

                assertThat(connection.sync().get("a")).isEqualTo("1");
                assertThat(connection.sync().clientList()).contains("lib-name=Lettuce");
            } finally {
                client.shutdown();
            }
        }
    }
}
