package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.KeyOperation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.RecordView;
import dev.nestor.server.store.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Keys, whatever they hold. */
final class KeyCommands {
    /** What TTL answers for a key that is not there. */
    private static final long MISSING = -2;

    /** What TTL answers for a key that does not expire. */
    private static final long NO_EXPIRY = -1;

    private KeyCommands() {}

    static Map<String, Command> all() {
        return Map.ofEntries(
                entry("del", (request, session, nowMillis) -> delete(request)),
                entry("unlink", (request, session, nowMillis) -> delete(request)),
                entry("exists", (request, session, nowMillis) -> exists(request)),
                entry("type", (request, session, nowMillis) -> type(request)),
                entry("expire", (request, session, nowMillis) -> expireInSeconds(request, nowMillis)),
                entry("pexpire", (request, session, nowMillis) -> expireInMillis(request, nowMillis)),
                entry("persist", (request, session, nowMillis) -> persist(request)),
                entry("ttl", (request, session, nowMillis) -> timeLeft(request, KeyCommands::roundedSeconds)),
                entry("pttl", (request, session, nowMillis) -> timeLeft(request, millis -> millis)));
    }

    private static Plan delete(Request request) {
        List<Bytes> keys = Arguments.keys(request, 1, request.size(), 1);
        return new Plan.Write(keys, new KeyOperation.Delete(keys), KeyCommands::count);
    }

    private static Reply count(Outcome outcome) {
        return outcome instanceof Outcome.Counted(long count) ? new Reply.Int(count) : Failures.of(outcome);
    }

    private static Plan exists(Request request) {
        List<Bytes> keys = Arguments.keys(request, 1, request.size(), 1);
        return new Plan.Read(
                keys,
                (view, nowMillis) -> new Reply.Int(keys.stream()
                        .filter(key -> view.get(key, nowMillis) != null)
                        .count()));
    }

    private static Plan type(Request request) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Read(key, (view, nowMillis) -> {
            RecordView record = view.get(key, nowMillis);
            return new Reply.Simple(record == null ? "none" : typeName(record.kind()));
        });
    }

    /** The type as TYPE and SCAN call it; documents by the name that RedisJSON gave them. */
    static String typeName(ValueKind kind) {
        return switch (kind) {
            case STRING -> "string";
            case JSON -> "ReJSON-RL";
        };
    }

    private static Plan expireInSeconds(Request request, long nowMillis) {
        KeyOperation.ExpiryCondition condition = ExpireOptions.of(request);
        return expire(request, ExpiryTime.inSeconds(Arguments.integer(request, 2), nowMillis, "expire"), condition);
    }

    private static Plan expireInMillis(Request request, long nowMillis) {
        KeyOperation.ExpiryCondition condition = ExpireOptions.of(request);
        return expire(request, ExpiryTime.inMillis(Arguments.integer(request, 2), nowMillis, "pexpire"), condition);
    }

    private static Plan expire(Request request, long atMillis, KeyOperation.ExpiryCondition condition) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Write(key, new KeyOperation.ExpireAt(key, atMillis, condition), KeyCommands::count);
    }

    private static Plan persist(Request request) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Write(key, new KeyOperation.Persist(key), KeyCommands::count);
    }

    private static Plan timeLeft(Request request, LongUnaryOperator unit) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Read(key, (view, nowMillis) -> {
            RecordView record = view.get(key, nowMillis);
            if (record == null) {
                return new Reply.Int(MISSING);
            }
            return new Reply.Int(
                    record.expiryMillis() == RecordView.NEVER
                            ? NO_EXPIRY
                            : unit.applyAsLong(record.expiryMillis() - nowMillis));
        });
    }

    private static long roundedSeconds(long millis) {
        return (millis + 500) / 1000;
    }
}
