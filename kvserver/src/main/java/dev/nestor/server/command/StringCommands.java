package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.Expiry;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.RecordView;
import dev.nestor.server.store.StringOperation;
import dev.nestor.server.store.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that hold plain bytes. */
final class StringCommands {
    private StringCommands() {}

    static Map<String, Command> all() {
        return Map.ofEntries(
                entry("append", (request, session, nowMillis) -> append(request)),
                entry("decr", (request, session, nowMillis) -> increment(request, -1)),
                entry("decrby", (request, session, nowMillis) -> increment(request, negated(request, 2))),
                entry("get", (request, session, nowMillis) -> get(request)),
                entry("getdel", (request, session, nowMillis) -> getAndDelete(request)),
                entry("getset", (request, session, nowMillis) -> set(request, 2, SetOptions.RETURNING_OLD)),
                entry("incr", (request, session, nowMillis) -> increment(request, 1)),
                entry("incrby", (request, session, nowMillis) -> increment(request, Arguments.integer(request, 2))),
                entry("mget", (request, session, nowMillis) -> getMany(request)),
                entry("mset", (request, session, nowMillis) -> setMany(request)),
                entry("psetex", (request, session, nowMillis) -> setWithTime(request, "PX", nowMillis)),
                entry("set", (request, session, nowMillis) -> set(request, 2, SetOptions.of(request, nowMillis))),
                entry("setex", (request, session, nowMillis) -> setWithTime(request, "EX", nowMillis)),
                entry("setnx", (request, session, nowMillis) -> setIfAbsent(request)),
                entry("strlen", (request, session, nowMillis) -> length(request)));
    }

    private static Plan get(Request request) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Read(key, (view, nowMillis) -> string(view.get(key, nowMillis)));
    }

    private static Reply string(@Nullable RecordView record) {
        if (record == null) {
            return Reply.NIL;
        }
        return record.kind() == ValueKind.STRING ? bulk(record.value()) : Failure.WRONG_TYPE;
    }

    private static Reply bulk(@Nullable Bytes bytes) {
        return bytes == null ? Reply.NIL : new Reply.Bulk(bytes.array(), bytes.offset(), bytes.length());
    }

    private static Plan length(Request request) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Read(key, (view, nowMillis) -> {
            RecordView record = view.get(key, nowMillis);
            if (record == null) {
                return Reply.ZERO;
            }
            return record.kind() == ValueKind.STRING
                    ? new Reply.Int(record.value().length())
                    : Failure.WRONG_TYPE;
        });
    }

    private static Plan getMany(Request request) {
        List<Bytes> keys = Arguments.keys(request, 1, request.size(), 1);
        return new Plan.Read(
                keys,
                (view, nowMillis) -> ReplyBudget.within(budget -> new Reply.Array(keys.stream()
                        .map(key -> stringOrNil(view.get(key, nowMillis), budget))
                        .toList())));
    }

    private static Reply stringOrNil(@Nullable RecordView record, ReplyBudget budget) {
        if (record == null || record.kind() != ValueKind.STRING) {
            return Reply.NIL;
        }
        budget.spend(record.value().length());
        return bulk(record.value());
    }

    private static Plan setWithTime(Request request, String unit, long nowMillis) {
        String command = request.text(0).toLowerCase(Locale.ROOT);
        return set(request, 3, SetOptions.expiring(Arguments.integer(request, 2), unit, nowMillis, command));
    }

    private static Plan set(Request request, int valueAt, SetOptions options) {
        Bytes key = Arguments.key(request, 1);
        Bytes value = Arguments.value(request, valueAt);
        StringOperation set = new StringOperation.Set(
                key, value, options.condition(), options.expiry(), options.returnsOld(), Operation.ANY_VERSION);
        return new Plan.Write(key, set, outcome -> switch (outcome) {
            case Outcome.Stored(long version, boolean created, Bytes old) ->
                options.returnsOld() ? bulk(old) : Reply.OK;
            case Outcome.NotStored(Bytes old) -> bulk(old);
            default -> Failures.of(outcome);
        });
    }

    private static Plan setIfAbsent(Request request) {
        Bytes key = Arguments.key(request, 1);
        StringOperation set = new StringOperation.Set(
                key,
                Arguments.value(request, 2),
                Operation.Condition.IF_ABSENT,
                Expiry.NONE,
                false,
                Operation.ANY_VERSION);
        return new Plan.Write(key, set, outcome -> switch (outcome) {
            case Outcome.Stored stored -> Reply.ONE;
            case Outcome.NotStored no -> Reply.ZERO;
            default -> Failures.of(outcome);
        });
    }

    private static Plan setMany(Request request) {
        if (request.size() % 2 == 0) {
            throw new Refusal(Failure.wrongArity("mset"));
        }
        List<StringOperation.Pair> pairs = new ArrayList<>();
        for (int index = 1; index < request.size(); index += 2) {
            pairs.add(new StringOperation.Pair(Arguments.key(request, index), Arguments.value(request, index + 1)));
        }
        List<Bytes> keys = pairs.stream().map(StringOperation.Pair::key).toList();
        return new Plan.Write(
                keys,
                new StringOperation.SetMany(pairs),
                outcome -> outcome instanceof Outcome.Done ? Reply.OK : Failures.of(outcome));
    }

    private static Plan append(Request request) {
        Bytes key = Arguments.key(request, 1);
        return computed(key, new StringOperation.Append(key, Arguments.value(request, 2)));
    }

    private static Plan increment(Request request, long by) {
        Bytes key = Arguments.key(request, 1);
        return computed(key, new StringOperation.Increment(key, by));
    }

    private static long negated(Request request, int index) {
        long integer = Arguments.integer(request, index);
        if (integer == Long.MIN_VALUE) {
            throw Refusal.of("decrement would overflow");
        }
        return -integer;
    }

    private static Plan computed(Bytes key, StringOperation operation) {
        return new Plan.Write(
                key,
                operation,
                outcome -> outcome instanceof Outcome.Computed(long value, long version)
                        ? new Reply.Int(value)
                        : Failures.of(outcome));
    }

    private static Plan getAndDelete(Request request) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Write(key, new StringOperation.GetAndDelete(key), outcome -> switch (outcome) {
            case Outcome.Removed(Bytes old) -> bulk(old);
            case Outcome.NoSuchKey missing -> Reply.NIL;
            default -> Failures.of(outcome);
        });
    }
}
