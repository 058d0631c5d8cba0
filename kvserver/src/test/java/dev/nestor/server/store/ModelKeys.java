package dev.nestor.server.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The model's {@link KeyOperation}s. */
record ModelKeys(Model model) {

    Outcome apply(KeyOperation operation) {
        return switch (operation) {
            case KeyOperation.Delete(List<Bytes> keys, long expected) -> {
                Model.Held first = model.live(keys.getFirst());
                yield Model.isExpected(expected, first)
                        ? new Outcome.Counted(
                                keys.stream().filter(model::remove).count())
                        : new Outcome.VersionMismatch(Model.versionOf(first));
            }
            case KeyOperation.ExpireAt expireAt -> expireAt(expireAt);
            case KeyOperation.Persist(Bytes key) -> {
                Model.Held held = model.live(key);
                if (held == null || held.expiryMillis() == RecordView.NEVER) {
                    yield new Outcome.Counted(0);
                }
                model.put(key, held.content(), RecordView.NEVER);
                yield new Outcome.Counted(1);
            }
            case KeyOperation.Flush flush -> removed(List.copyOf(model.records().keySet()));
            case KeyOperation.ExpireDue(int limit) -> expireDue(limit);
        };
    }

    private Outcome expireAt(KeyOperation.ExpireAt expireAt) {
        Model.Held held = model.live(expireAt.key());
        if (held == null) {
            return new Outcome.Counted(0);
        }
        long before = held.expiryMillis();
        boolean has = before != RecordView.NEVER;
        boolean holds = switch (expireAt.condition()) {
            case ALWAYS -> true;
            case IF_NONE -> !has;
            case IF_ANY -> has;
            case IF_LATER -> has && expireAt.millis() > before;
            case IF_EARLIER -> expireAt.millis() < before;
            case IF_ANY_AND_EARLIER -> has && expireAt.millis() < before;
        };
        if (holds) {
            model.put(expireAt.key(), held.content(), expireAt.millis());
        }
        return new Outcome.Counted(holds ? 1 : 0);
    }

    private Outcome expireDue(int limit) {
        return removed(model.records().entrySet().stream()
                .filter(entry -> entry.getValue().expiryMillis() <= model.now())
                .sorted(Comparator.comparingLong((Map.Entry<Bytes, Model.Held> entry) ->
                                entry.getValue().expiryMillis())
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList());
    }

    private Outcome removed(List<Bytes> keys) {
        if (!keys.isEmpty()) {
            model.takeVersion();
        }
        keys.forEach(model.records()::remove);
        return new Outcome.Counted(keys.size());
    }
}
