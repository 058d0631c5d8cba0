package dev.nestor.server.store;

import dev.nestor.document.path.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store for tests that read as a talk with it: words in, outcomes out, and a clock that is set by hand. */
final class Partition {
    final Store store = new Store();
    long now = 1_000;

    Outcome apply(Operation operation) {
        return store.apply(new LogEntry(now, List.of(operation)))[0];
    }

    Outcome set(String key, String value) {
        return apply(new StringOperation.Set(Bytes.utf8(key), Bytes.utf8(value)));
    }

    Outcome set(String key, String value, Expiry expiry) {
        return apply(new StringOperation.Set(
                Bytes.utf8(key), Bytes.utf8(value), Operation.Condition.ALWAYS, expiry, false, Operation.ANY_VERSION));
    }

    Outcome setJson(String key, String path, String json) {
        return apply(new JsonOperation.Set(Bytes.utf8(key), Path.parse(path), RandomOperations.json(json)));
    }

    Outcome merge(String key, String path, String json) {
        return apply(new JsonOperation.Merge(Bytes.utf8(key), Path.parse(path), RandomOperations.json(json)));
    }

    Outcome deleteJson(String key, String path) {
        return apply(new JsonOperation.Delete(Bytes.utf8(key), Path.parse(path)));
    }

    Outcome edit(String key, String path, ValueEdit edit) {
        return apply(new JsonOperation.Edit(Bytes.utf8(key), Path.parse(path), edit));
    }

    Outcome delete(String key) {
        return apply(new KeyOperation.Delete(List.of(Bytes.utf8(key))));
    }

    Outcome expireAt(String key, long millis, KeyOperation.ExpiryCondition condition) {
        return apply(new KeyOperation.ExpireAt(Bytes.utf8(key), millis, condition));
    }

    @Nullable
    RecordView get(String key) {
        return store.view().get(Bytes.utf8(key), now);
    }

    /** The string or the document's text under a key, or "nothing". */
    String text(String key) {
        RecordView record = get(key);
        if (record == null) {
            return "nothing";
        }
        return switch (record.kind()) {
            case STRING -> record.value().toString();
            case JSON -> record.document().toString();
        };
    }

    /** The expiry of a key that is there. */
    long expiry(String key) {
        RecordView record = get(key);
        if (record == null) {
            throw new AssertionError(key + " is missing");
        }
        return record.expiryMillis();
    }

    long version(String key) {
        RecordView record = get(key);
        return record == null ? Operation.ABSENT : record.version();
    }
}
