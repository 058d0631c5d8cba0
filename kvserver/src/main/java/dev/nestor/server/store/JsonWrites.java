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
                    : new Outcome.NotStored();
        }
        if (current == null) {
            return set.condition() == Operation.Condition.IF_PRESENT
                    ? new Outcome.NotStored()
                    : new Outcome.NoSuchKey();
        }
        Document document = current.document();
        boolean present = set.path().find(document.root()) != null;
        return set.condition().allows(present)
                ? set(current, document, set.path(), set.value(), present)
                : new Outcome.NotStored();
    }

    private Outcome set(RecordView current, Document document, Path path, Json value, boolean present) {
        if (!present && !path.isDefinite()) {
            return new Outcome.NoPlace();
        }
        Outcome refusal = Growth.refusal(document, path, value.packed().length());
        return refusal != null ? refusal : stored(current, Edits.set(document, path, value.value()));
    }

    private Outcome stored(RecordView current, SetResult result) {
        return switch (result) {
            case SetResult.Updated(Document document, int count) -> store(current, document);
            case SetResult.Created(Document document, int count) -> store(current, document);
            case SetResult.MissingParent _ -> new Outcome.MissingParent();
            case SetResult.OutOfRange _ -> new Outcome.OutOfRange();
            case SetResult.NoMatch _ -> new Outcome.NoPlace();
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
        if (current != null && merge.path().find(current.document().root()) != null) {
            return merge(current, merge.path(), merge.patch());
        }
        Json value = Json.of(MergePatch.apply(null, merge.patch().value()));
        return set(current, new JsonOperation.Set(merge.key(), merge.path(), value));
    }

    private Outcome merge(RecordView current, Path path, Json json) {
        Document document = current.document();
        Outcome refusal = Growth.refusal(document, path, json.packed().length());
        if (refusal != null) {
            return refusal;
        }
        Value patch = json.value();
        return store(
                current,
                Edits.apply(document, path, target -> merged(target, patch)).document());
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
            case DeleteResult.NoMatch _ -> new Outcome.Counted(0);
            case DeleteResult.WholeDocument _ -> {
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
        Outcome growth = Growth.refusal(document, edit.path(), ValueEdits.addedBytes(edit.edit()));
        if (growth != null) {
            return growth;
        }
        if (!ValueEdits.isInRange(edit.edit(), edit.path(), document.root())) {
            return new Outcome.OutOfRange();
        }
        Applied<MatchResult> applied = Edits.apply(document, edit.path(), ValueEdits.of(edit.edit()));
        long version = put(current, edit.key(), Bytes.wrap(applied.document().packed()));
        return new Outcome.Edited(version, ValueEdits.results(applied));
    }
}
