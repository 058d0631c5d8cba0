package dev.nestor.server.store;

import dev.nestor.document.Document;
import dev.nestor.document.LimitExceededException;
import dev.nestor.document.MergePatch;
import dev.nestor.document.NumberRangeException;
import dev.nestor.document.Value;
import dev.nestor.document.path.Applied;
import dev.nestor.document.path.DeleteResult;
import dev.nestor.document.path.Edit;
import dev.nestor.document.path.Edits;
import dev.nestor.document.path.Path;
import dev.nestor.document.path.PathLimitException;
import dev.nestor.document.path.SetResult;
import org.jspecify.annotations.Nullable;

/** Applies {@link JsonOperation}s. What a document can't be edited to is told by exceptions, which end here. */
final class JsonWrites {
    private final Batch batch;

    JsonWrites(Batch batch) {
        this.batch = batch;
    }

    Outcome apply(JsonOperation operation) {
        try {
            return switch (operation) {
                case JsonOperation.Set set -> set(set);
                case JsonOperation.SetMany setMany -> setMany(setMany);
                case JsonOperation.Merge merge -> merge(merge);
                case JsonOperation.Delete delete -> delete(delete);
                case JsonOperation.Edit edit -> edit(edit);
            };
        } catch (LimitExceededException | PathLimitException e) {
            return new Outcome.LimitExceeded(String.valueOf(e.getMessage()));
        } catch (NumberRangeException e) {
            return new Outcome.Overflow();
        }
    }

    private Outcome set(JsonOperation.Set set) {
        RecordView current = batch.get(set.key());
        Outcome refusal = refusal(set.expectedVersion(), current);
        return refusal != null ? refusal : set(current, set);
    }

    /** Why the operation can't be about this record, or null. */
    private static @Nullable Outcome refusal(long expectedVersion, @Nullable RecordView current) {
        Outcome mismatch = Expectation.mismatch(expectedVersion, current);
        if (mismatch != null) {
            return mismatch;
        }
        return current != null && current.kind() == ValueKind.STRING ? new Outcome.WrongKind(ValueKind.STRING) : null;
    }

    private Outcome set(@Nullable RecordView current, JsonOperation.Set set) {
        if (set.path().isRoot()) {
            return set.condition().allows(current != null)
                    ? store(current, set.key(), set.value().packed())
                    : new Outcome.NotStored(null);
        }
        if (current == null) {
            return set.condition() == Operation.Condition.IF_PRESENT
                    ? new Outcome.NotStored(null)
                    : new Outcome.NoSuchKey();
        }
        Document document = current.document();
        Value value = set.value().value();
        return switch (set.condition()) {
            case ALWAYS -> stored(current, Edits.set(document, set.path(), value));
            case IF_PRESENT ->
                Edits.replace(document, set.path(), value) instanceof SetResult.Updated updated
                        ? stored(current, updated)
                        : new Outcome.NotStored(null);
            case IF_ABSENT ->
                set.path().find(document.root()) == null
                        ? stored(current, Edits.set(document, set.path(), value))
                        : new Outcome.NotStored(null);
        };
    }

    private Outcome stored(RecordView current, SetResult result) {
        return switch (result) {
            case SetResult.Updated(Document document, int count) -> store(current, document);
            case SetResult.Created(Document document, int count) -> store(current, document);
            case SetResult.MissingParent missing -> new Outcome.MissingParent();
            case SetResult.OutOfRange outOfRange -> new Outcome.OutOfRange();
            case SetResult.NoMatch none -> new Outcome.NoPlace();
        };
    }

    private Outcome store(RecordView current, Document document) {
        return store(current, current.key(), Bytes.wrap(document.packed()));
    }

    private Outcome store(@Nullable RecordView current, Bytes key, Bytes packed) {
        return new Outcome.Stored(put(current, key, packed), current == null);
    }

    private long put(@Nullable RecordView current, Bytes key, Bytes packed) {
        long expiryMillis = current == null ? RecordView.NEVER : current.expiryMillis();
        return batch.put(current, key, ValueKind.JSON, expiryMillis, packed);
    }

    private Outcome setMany(JsonOperation.SetMany setMany) {
        StoreView before = batch.commit();
        for (JsonOperation.Placement placement : setMany.placements()) {
            Outcome outcome = apply(new JsonOperation.Set(placement.key(), placement.path(), placement.value()));
            if (!(outcome instanceof Outcome.Stored)) {
                batch.rollBack(before);
                return outcome;
            }
        }
        return new Outcome.Done();
    }

    private Outcome merge(JsonOperation.Merge merge) {
        RecordView current = batch.get(merge.key());
        Outcome refusal = refusal(merge.expectedVersion(), current);
        if (refusal != null) {
            return refusal;
        }
        Value patch = merge.patch().value();
        if (current != null) {
            Applied<Value> merged = Edits.apply(current.document(), merge.path(), target -> merged(target, patch));
            if (!merged.replies().isEmpty()) {
                return store(current, merged.document());
            }
        }
        Json value = Json.of(MergePatch.apply(null, patch));
        return set(current, new JsonOperation.Set(merge.key(), merge.path(), value));
    }

    private static Edit.Change<Value> merged(Value target, Value patch) {
        Value merged = MergePatch.apply(target, patch);
        return new Edit.Change<>(merged, merged);
    }

    private Outcome delete(JsonOperation.Delete delete) {
        RecordView current = batch.get(delete.key());
        Outcome refusal = refusal(delete.expectedVersion(), current);
        if (refusal != null) {
            return refusal;
        }
        return current == null ? new Outcome.Counted(0) : delete(current, delete.path());
    }

    private Outcome delete(RecordView current, Path path) {
        return switch (Edits.delete(current.document(), path)) {
            case DeleteResult.Deleted(Document left, int count) -> {
                if (left.root().size() == 0) {
                    batch.delete(current);
                } else {
                    put(current, current.key(), Bytes.wrap(left.packed()));
                }
                yield new Outcome.Counted(count);
            }
            case DeleteResult.NoMatch none -> new Outcome.Counted(0);
            case DeleteResult.WholeDocument whole -> {
                batch.delete(current);
                yield new Outcome.Counted(1);
            }
        };
    }

    private Outcome edit(JsonOperation.Edit edit) {
        RecordView current = batch.get(edit.key());
        if (current == null) {
            return new Outcome.NoSuchKey();
        }
        Outcome refusal = refusal(Operation.ANY_VERSION, current);
        if (refusal != null) {
            return refusal;
        }
        Document document = current.document();
        if (!ValueEdits.isInRange(edit.edit(), edit.path(), document.root())) {
            return new Outcome.OutOfRange();
        }
        Applied<MatchResult> applied = Edits.apply(document, edit.path(), ValueEdits.of(edit.edit()));
        long version = put(current, edit.key(), Bytes.wrap(applied.document().packed()));
        return new Outcome.Edited(version, ValueEdits.results(applied));
    }
}
