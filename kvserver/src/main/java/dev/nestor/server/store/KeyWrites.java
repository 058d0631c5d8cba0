package dev.nestor.server.store;

/** Applies {@link KeyOperation}s. */
final class KeyWrites {
    private final Batch batch;

    KeyWrites(Batch batch) {
        this.batch = batch;
    }

    Outcome apply(KeyOperation operation) {
        return switch (operation) {
            case KeyOperation.Delete delete -> delete(delete);
            case KeyOperation.ExpireAt expireAt -> expireAt(expireAt);
            case KeyOperation.Persist persist -> persist(persist);
            case KeyOperation.Flush _ -> flush();
            case KeyOperation.ExpireDue(int limit) -> new Outcome.Counted(batch.deleteDue(limit));
        };
    }

    private Outcome delete(KeyOperation.Delete delete) {
        int deleted = 0;
        for (Bytes key : delete.keys()) {
            RecordView current = batch.get(key);
            Outcome mismatch = Expectation.mismatch(delete.expectedVersion(), current);
            if (mismatch != null) {
                return mismatch;
            }
            if (current != null) {
                batch.delete(current);
                deleted++;
            }
        }
        return new Outcome.Counted(deleted);
    }

    private Outcome expireAt(KeyOperation.ExpireAt expireAt) {
        RecordView current = batch.get(expireAt.key());
        if (current == null || !holds(expireAt.condition(), current.expiryMillis(), expireAt.millis())) {
            return new Outcome.Counted(0);
        }
        batch.put(current, expireAt.key(), current.kind(), expireAt.millis(), current.value());
        return new Outcome.Counted(1);
    }

    private static boolean holds(KeyOperation.ExpiryCondition condition, long current, long wanted) {
        return switch (condition) {
            case ALWAYS -> true;
            case IF_NONE -> current == RecordView.NEVER;
            case IF_ANY -> current != RecordView.NEVER;
            case IF_LATER -> wanted > current;
            case IF_EARLIER -> wanted < current;
            case IF_ANY_AND_EARLIER -> current != RecordView.NEVER && wanted < current;
        };
    }

    private Outcome persist(KeyOperation.Persist persist) {
        RecordView current = batch.get(persist.key());
        if (current == null || current.expiryMillis() == RecordView.NEVER) {
            return new Outcome.Counted(0);
        }
        batch.put(current, persist.key(), current.kind(), RecordView.NEVER, current.value());
        return new Outcome.Counted(1);
    }

    private Outcome flush() {
        long deleted = batch.size();
        batch.clear();
        return new Outcome.Counted(deleted);
    }
}
