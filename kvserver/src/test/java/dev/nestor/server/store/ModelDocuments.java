package dev.nestor.server.store;

import dev.nestor.document.Limits;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The model's {@link JsonOperation}s. */
record ModelDocuments(Model model) {

    Outcome apply(JsonOperation operation) {
        return switch (operation) {
            case JsonOperation.Set set -> set(set);
            case JsonOperation.SetMany(List<JsonOperation.Placement> placements) -> setMany(placements);
            case JsonOperation.Merge merge -> merge(merge);
            case JsonOperation.Delete delete -> delete(delete);
            case JsonOperation.Edit edit -> edit(edit);
        };
    }

    private static @Nullable Outcome refusal(long expected, Model.@Nullable Held held) {
        if (!Model.isExpected(expected, held)) {
            return new Outcome.VersionMismatch(Model.versionOf(held));
        }
        return held != null && held.isString() ? new Outcome.WrongKind(ValueKind.STRING) : null;
    }

    private Outcome setMany(List<JsonOperation.Placement> placements) {
        Runnable undo = model.undo();
        for (JsonOperation.Placement placement : placements) {
            Outcome outcome = set(new JsonOperation.Set(placement.key(), placement.path(), placement.value()));
            if (!(outcome instanceof Outcome.Stored)) {
                undo.run();
                return outcome;
            }
        }
        return new Outcome.Done();
    }

    private Outcome set(JsonOperation.Set set) {
        Model.Held held = model.live(set.key());
        Outcome refusal = refusal(set.expectedVersion(), held);
        return refusal != null
                ? refusal
                : set(set, held, ModelDocument.of(set.value()).root());
    }

    private Outcome set(JsonOperation.Set set, Model.@Nullable Held held, JsonNode value) {
        ModelPath path = ModelPath.of(set.path().toString());
        ModelDocument document = held == null ? new ModelDocument(value) : held.document();
        List<List<Object>> places = held == null ? List.of() : ModelPath.outermost(path.places(document.root()));
        if ((set.condition() == Operation.Condition.IF_PRESENT && places.isEmpty())
                || (set.condition() == Operation.Condition.IF_ABSENT && !places.isEmpty())) {
            return new Outcome.NotStored(null);
        }
        if (held == null && !path.isRoot()) {
            return new Outcome.NoSuchKey();
        }
        places.forEach(place -> document.replace(place, old -> value));
        Outcome problem = held == null || !places.isEmpty() ? null : create(document, path, value);
        return problem != null ? problem : stored(set.key(), held, document);
    }

    private static @Nullable Outcome create(ModelDocument document, ModelPath path, JsonNode value) {
        if (!path.steps().stream()
                .allMatch(step -> step instanceof ModelPath.Name || step instanceof ModelPath.Index)) {
            return new Outcome.NoPlace();
        }
        List<JsonNode> parents = path.parent().places(document.root()).stream()
                .map(place -> ModelPath.at(document.root(), place))
                .toList();
        return switch (path.last()) {
            case ModelPath.Name(String name) -> {
                List<ObjectNode> objects = parents.stream()
                        .flatMap(parent -> parent instanceof ObjectNode object ? Stream.of(object) : Stream.empty())
                        .toList();
                objects.forEach(object -> object.set(name, value.deepCopy()));
                yield objects.isEmpty() ? new Outcome.MissingParent() : null;
            }
            case ModelPath.Index index ->
                parents.stream().anyMatch(JsonNode::isArray) ? new Outcome.OutOfRange() : new Outcome.MissingParent();
            case ModelPath.Each _, ModelPath.Descend _ -> throw new AssertionError(path);
        };
    }

    private Outcome stored(Bytes key, Model.@Nullable Held held, ModelDocument document) {
        if (document.depth() > Limits.DEFAULT.depth()) {
            return new Outcome.LimitExceeded("depth");
        }
        return new Outcome.Stored(model.put(key, document, Model.expiryOf(held)), held == null);
    }

    private Outcome merge(JsonOperation.Merge merge) {
        Model.Held held = model.live(merge.key());
        Outcome refusal = refusal(merge.expectedVersion(), held);
        if (refusal != null) {
            return refusal;
        }
        JsonNode patch = ModelDocument.of(merge.patch()).root();
        if (held != null) {
            ModelDocument document = held.document();
            List<List<Object>> places = ModelPath.of(merge.path().toString()).places(document.root());
            places.stream()
                    .sorted((left, right) -> right.size() - left.size())
                    .forEach(place -> document.replace(place, target -> ModelDocument.merged(target, patch)));
            if (!places.isEmpty()) {
                return stored(merge.key(), held, document);
            }
        }
        JsonOperation.Set set = new JsonOperation.Set(merge.key(), merge.path(), merge.patch());
        return set(set, held, ModelDocument.merged(null, patch));
    }

    private Outcome delete(JsonOperation.Delete delete) {
        Model.Held held = model.live(delete.key());
        Outcome refusal = refusal(delete.expectedVersion(), held);
        if (refusal != null || held == null) {
            return refusal != null ? refusal : new Outcome.Counted(0);
        }
        ModelPath path = ModelPath.of(delete.path().toString());
        ModelDocument document = held.document();
        List<List<Object>> places = ModelPath.outermost(path.places(document.root()));
        if (!path.isRoot()) {
            document.remove(places);
        }
        if (path.isRoot() || (document.root().isEmpty() && !places.isEmpty())) {
            model.remove(delete.key());
        } else {
            model.put(delete.key(), document, held.expiryMillis());
        }
        return new Outcome.Counted(places.size());
    }

    private Outcome edit(JsonOperation.Edit edit) {
        Model.Held held = model.live(edit.key());
        Outcome refusal = refusal(Operation.ANY_VERSION, held);
        if (refusal != null || held == null) {
            return refusal != null ? refusal : new Outcome.NoSuchKey();
        }
        ModelDocument document = held.document();
        List<List<Object>> places = ModelPath.of(edit.path().toString()).places(document.root());
        if (edit.edit() instanceof ValueEdit.InsertElements insert
                && places.stream()
                        .map(place -> ModelPath.at(document.root(), place))
                        .anyMatch(node -> node.isArray() && Math.abs(insert.index()) > node.size())) {
            return new Outcome.OutOfRange();
        }
        List<MatchResult> results = document.edit(places, edit.edit());
        if (document.depth() > Limits.DEFAULT.depth()) {
            return new Outcome.LimitExceeded("depth");
        }
        return new Outcome.Edited(model.put(edit.key(), document, held.expiryMillis()), results);
    }
}
