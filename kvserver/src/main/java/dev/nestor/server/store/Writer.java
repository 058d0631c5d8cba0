package dev.nestor.server.store;

/** Applies entries to one {@link Batch}: each operation goes to its family. */
final class Writer {
    private final Batch batch;
    private final StringWrites strings;
    private final KeyWrites keys;
    private final JsonWrites documents;

    Writer(StoreView from) {
        batch = new Batch(from);
        strings = new StringWrites(batch);
        keys = new KeyWrites(batch);
        documents = new JsonWrites(batch);
    }

    Outcome[] apply(LogEntry entry) {
        batch.startEntry(entry.stampedMillis());
        return entry.operations().stream().map(this::apply).toArray(Outcome[]::new);
    }

    private Outcome apply(Operation operation) {
        batch.startOperation();
        return switch (operation) {
            case StringOperation string -> strings.apply(string);
            case KeyOperation key -> keys.apply(key);
            case JsonOperation json -> documents.apply(json);
        };
    }

    StoreView commit() {
        return batch.commit();
    }
}
