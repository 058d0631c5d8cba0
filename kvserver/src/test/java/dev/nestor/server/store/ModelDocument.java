package dev.nestor.server.store;

import dev.nestor.document.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON document of the model: Jackson's tree, edited in place. */
final class ModelDocument {
    static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonNodeFactory NODES = JACKSON.getNodeFactory();

    private JsonNode root;

    ModelDocument(JsonNode root) {
        this.root = root.deepCopy();
    }

    static ModelDocument of(Json json) {
        return new ModelDocument(JACKSON.readTree(json.toString()));
    }

    JsonNode root() {
        return root;
    }

    static Value value(JsonNode node) {
        return Value.parse(node.toString());
    }

    int depth() {
        return depth(root);
    }

    private static int depth(JsonNode node) {
        return node.isContainer()
                ? 1 + node.valueStream().mapToInt(ModelDocument::depth).max().orElse(0)
                : 0;
    }

    void replace(List<Object> place, UnaryOperator<JsonNode> edit) {
        JsonNode edited = edit.apply(ModelPath.at(root, place)).deepCopy();
        if (place.isEmpty()) {
            root = edited;
            return;
        }
        JsonNode parent = ModelPath.at(root, place.subList(0, place.size() - 1));
        switch (parent) {
            case ObjectNode object -> object.set((String) place.getLast(), edited);
            case ArrayNode array -> array.set((Integer) place.getLast(), edited);
            default -> throw new AssertionError(parent);
        }
    }

    /** Places of one path in the order of the document: the last first, so that no index moves. */
    void remove(List<List<Object>> places) {
        for (List<Object> place : places.reversed()) {
            JsonNode parent = ModelPath.at(root, place.subList(0, place.size() - 1));
            switch (parent) {
                case ObjectNode object -> object.remove((String) place.getLast());
                case ArrayNode array -> array.remove((Integer) place.getLast());
                default -> throw new AssertionError(parent);
            }
        }
    }

    /** Edits what is deepest first; results in the order of the places. */
    List<MatchResult> edit(List<List<Object>> places, ValueEdit edit) {
        MatchResult[] results = new MatchResult[places.size()];
        IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -places.get(i).size()))
                .forEach(i -> replace(places.get(i), node -> {
                    Edited edited = edited(node, edit);
                    results[i] = edited.result;
                    return edited.node;
                }));
        return List.of(results);
    }

    private record Edited(JsonNode node, MatchResult result) {}

    private static Edited edited(JsonNode node, ValueEdit edit) {
        return switch (edit) {
            case ValueEdit.Add(Json number)
            when node.isNumber() -> changed(combine(node, number, Math::addExact, BigDecimal::add));
            case ValueEdit.Multiply(Json number)
            when node.isNumber() -> changed(combine(node, number, Math::multiplyExact, BigDecimal::multiply));
            case ValueEdit.Toggle toggle when node.isBoolean() -> changed(NODES.booleanNode(!node.asBoolean()));
            case ValueEdit.AppendText(Json suffix)
            when node.isString() -> {
                String text = node.asString() + suffix.value().string();
                yield new Edited(
                        NODES.stringNode(text), new MatchResult.Length(text.getBytes(StandardCharsets.UTF_8).length));
            }
            case ValueEdit.AppendElements(List<Json> elements)
            when node instanceof ArrayNode array -> insert(array, array.size(), elements);
            case ValueEdit.InsertElements(long index, List<Json> elements)
            when node instanceof ArrayNode array ->
                insert(array, (int) (index < 0 ? array.size() + index : index), elements);
            case ValueEdit.Pop(long index) when node instanceof ArrayNode array -> pop(array, index);
            case ValueEdit.Trim(long start, long stop) when node instanceof ArrayNode array -> trim(array, start, stop);
            case ValueEdit.Clear clear -> clear(node);
            default -> new Edited(node, new MatchResult.OtherKind());
        };
    }

    private static Edited changed(JsonNode node) {
        return new Edited(node, new MatchResult.Changed(value(node)));
    }

    private static Edited clear(JsonNode node) {
        if (node.isContainer() && !node.isEmpty()) {
            return changed(node.isObject() ? NODES.objectNode() : NODES.arrayNode());
        }
        return node.isNumber() && node.decimalValue().signum() != 0
                ? changed(NODES.numberNode(0L))
                : new Edited(node, new MatchResult.OtherKind());
    }

    private static Edited insert(ArrayNode array, int index, List<Json> elements) {
        ArrayNode longer = array.deepCopy();
        for (Json element : elements.reversed()) {
            longer.insert(index, JACKSON.readTree(element.toString()));
        }
        return new Edited(longer, new MatchResult.Length(longer.size()));
    }

    private static Edited pop(ArrayNode array, long index) {
        if (array.isEmpty()) {
            return new Edited(array, new MatchResult.NothingTaken());
        }
        ArrayNode shorter = array.deepCopy();
        long fromFront = index < 0 ? array.size() + index : index;
        JsonNode taken = shorter.remove(Math.clamp(fromFront, 0, array.size() - 1));
        return new Edited(shorter, new MatchResult.Taken(value(taken)));
    }

    private static Edited trim(ArrayNode array, long start, long stop) {
        long first = Math.max(0, start < 0 ? array.size() + start : start);
        long last = Math.clamp(stop < 0 ? array.size() + stop : stop, 0, Math.max(0, array.size() - 1));
        ArrayNode kept = NODES.arrayNode();
        for (long index = first; index <= last && index < array.size(); index++) {
            kept.add(array.get((int) index));
        }
        return new Edited(kept, new MatchResult.Length(kept.size()));
    }

    private static JsonNode combine(
            JsonNode left, Json rightJson, LongBinaryOperator integers, BinaryOperator<BigDecimal> decimals) {
        JsonNode right = JACKSON.readTree(rightJson.toString());
        if (left.isIntegralNumber() && right.isIntegralNumber()) {
            return NODES.numberNode(integers.applyAsLong(left.asLong(), right.asLong()));
        }
        BigDecimal result = decimals.apply(left.decimalValue(), right.decimalValue())
                .round(MathContext.DECIMAL128)
                .stripTrailingZeros();
        return NODES.numberNode(result.scale() > 0 ? result : result.setScale(1));
    }

    /** RFC 7396, section 2, word for word. */
    static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
        for (String name : new ArrayList<>(changes.propertyNames())) {
            if (changes.get(name).isNull()) {
                result.remove(name);
            } else {
                result.set(name, merged(result.get(name), changes.get(name)));
            }
        }
        return result;
    }

    /** Equal when the texts are: with members in the same order and numbers written the same way. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelDocument document && toString().equals(document.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
