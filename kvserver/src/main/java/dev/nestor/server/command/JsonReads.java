package dev.nestor.server.command;

import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.document.path.PathLimitException;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.RecordView;
import dev.nestor.server.store.StoreView;
import dev.nestor.server.store.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all reads of documents have in common. */
final class JsonReads {
    private JsonReads() {}

    /**
     * A read of one document.
     *
     * @param noKey what to answer when the key is missing
     * @param answer what to answer by the document's root; may throw a {@link Refusal}
     */
    static Plan plan(Bytes key, Reply noKey, Function<Value, Reply> answer) {
        return new Plan.Read(key, (view, nowMillis) -> reply(view, key, nowMillis, noKey, answer));
    }

    /** The answer for one key of a read. */
    static Reply reply(StoreView view, Bytes key, long nowMillis, Reply noKey, Function<Value, Reply> answer) {
        RecordView record = view.get(key, nowMillis);
        if (record == null) {
            return noKey;
        }
        if (record.kind() != ValueKind.JSON) {
            return JsonFailures.WRONG_KEY;
        }
        return guarded(() -> answer.apply(record.document().root()));
    }

    /** Turns what a path or an answer exceeds into an error. */
    private static Reply guarded(Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            return refusal.failure();
        } catch (PathLimitException e) {
            return Failure.err(String.valueOf(e.getMessage()));
        }
    }

    /** The value that a legacy path leads to. */
    static Value first(Path path, Value root) {
        Value value = path.find(root);
        if (value == null) {
            throw new Refusal(JsonFailures.nothingAt(path));
        }
        return value;
    }

    /** An array of what is answered to each value that a JSONPath leads to. */
    static Reply each(Path path, Value root, Function<Value, Reply> answer) {
        List<Reply> replies = new ArrayList<>();
        path.matches(root).forEach(match -> replies.add(answer.apply(match.value())));
        return new Reply.Array(replies);
    }

    /** Whether a path is answered as RedisJSON 1 did: with one value and not with an array. */
    static boolean isLegacy(Path path) {
        return switch (path.notation()) {
            case JSONPATH -> false;
            case LEGACY, DOTTED -> true;
        };
    }
}
