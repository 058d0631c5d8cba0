package dev.nestor.broker.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.Cursor;
import dev.nestor.broker.Key;
import dev.nestor.document.path.Address;
import dev.nestor.protocol.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Keys and members that the cluster has, for somebody who is typing: a few, and quickly or not at all. */
final class Suggestions {
    private static final int MOST = 50;
    private static final long PATIENCE_MILLIS = 500;

    private final Cluster cluster;

    Suggestions(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The first keys that start with a prefix. */
    List<String> keys(String prefix) {
        return quickly(() -> {
            List<String> keys = new ArrayList<>();
            Cursor<Key> cursor = cluster.keys(Key.of(prefix));
            for (Key key = cursor.next(); key != null && keys.size() < MOST; key = cursor.next()) {
                keys.add(key.text());
            }
            return keys;
        });
    }

    /** The names of the members of what an address leads to, by the first of its readings that leads to an object. */
    List<String> members(String address) {
        return quickly(() -> {
            for (Address reading : Readings.of(address)) {
                List<String> names = members(reading);
                if (!names.isEmpty()) {
                    return names;
                }
            }
            return List.of();
        });
    }

    private List<String> members(Address address) throws IOException {
        Reply reply = cluster.execute(
                        Stream.of("JSON.OBJKEYS", address.key(), address.path().toLegacy())
                                .map(word -> word.getBytes(UTF_8))
                                .toList())
                .value();
        return reply instanceof Reply.Array ? RawReply.plain(reply) : List.of();
    }

    /** Nothing, if the cluster has no answer in time. */
    private static List<String> quickly(Callable<List<String>> question) {
        FutureTask<List<String>> task = new FutureTask<>(question);
        Thread thread = Thread.ofVirtual().start(task);
        try {
            return task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException noAnswer) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            thread.interrupt();
        }
    }
}
