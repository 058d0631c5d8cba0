package dev.nestor.bench.system;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;

/** A single Redis, by one connection. */
final class PlainTarget implements Target {
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;

    PlainTarget(int port) {
        client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        connection = client.connect(ByteArrayCodec.INSTANCE);
    }

    @Override
    public void put(int clientNumber, byte[] key, byte[] value, Answered answered) {
        var _ = connection.async().set(key, value).whenComplete((answer, failure) -> answered.with(failure));
    }

    @Override
    public void get(int clientNumber, byte[] key, Answered answered) {
        var _ = connection.async().get(key).whenComplete((answer, failure) -> answered.with(failure));
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
