package dev.nestor.document.path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.document.ArrayEdit;
import dev.nestor.document.Document;
import dev.nestor.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and edits of random documents by random paths, against Jackson's tree. */
class PathOracleTest {
    private static final long SEED = Long.getLong("nestor.seed", 20260101L);
    private static final JsonMapper JACKSON = JsonMapper.shared();
    private static final String[] NAMES = {"a", "b", "c", "d.e", "é", ""};
    private static final Value NEW = Value.parse("{\"new\":[1]}");
    private static final JsonNode NEW_NODE = JACKSON.readTree("{\"new\":[1]}");

    private final Random random = new Random(SEED);

    PathOracleTest() {
        System.out.println("nestor.seed=" + SEED);
    }

    @Test
    void findSetDelete_byRandomDottedPaths_agreeWithJackson() {
        int found = 0;
        int created = 0;
        for (int round = 0; round < 20_000; round++) {
            JsonNode tree = randomTree(4);
            Document document = document(tree);
            List<Object> steps = randomSteps(tree);
            Path path = Path.dotted(dotted(steps));

            JsonNode expected = walk(tree, steps);
            Value value = path.find(document.root());
            assertThat(value == null ? null : value.toString())
                    .as("%s in %s", path, tree)
                    .isEqualTo(expected.isMissingNode() ? null : expected.toString());
            found += value == null ? 0 : 1;

            created += checkSet(tree, document, steps, path);
            checkDelete(tree, document, steps, path);
            assertThat(document).hasToString(tree.toString());
        }
        assertThat(found).isGreaterThan(3_000);
        assertThat(created).isGreaterThan(500);
    }

    private int checkSet(JsonNode tree, Document document, List<Object> steps, Path path) {
        SetResult result = Edits.set(document, path, NEW);
        String expected = steps.isEmpty() ? NEW_NODE.toString() : editedParent(tree, steps, PathOracleTest::setChild);
        String edited = switch (result) {
            case SetResult.Updated updated -> updated.document().toString();
            case SetResult.Created created -> created.document().toString();
            case SetResult.MissingParent missing -> "missing parent";
            case SetResult.OutOfRange outOfRange -> "out of range";
            case SetResult.NoMatch none -> "no match";
        };
        assertThat(edited).as("set %s in %s", path, tree).isEqualTo(expected);
        return result instanceof SetResult.Created ? 1 : 0;
    }

    private void checkDelete(JsonNode tree, Document document, List<Object> steps, Path path) {
        String edited = switch (Edits.delete(document, path)) {
            case DeleteResult.Deleted deleted -> deleted.document().toString();
            case DeleteResult.NoMatch none -> tree.toString();
            case DeleteResult.WholeDocument whole -> "whole document";
        };
        String expected = steps.isEmpty() ? "whole document" : editedParent(tree, steps, PathOracleTest::removeChild);
        assertThat(edited).as("delete %s in %s", path, tree).isEqualTo(expected);
    }

    /** Edits the child that the last step names in a copy of the tree; the text of the copy or what went wrong. */
    private static String editedParent(JsonNode tree, List<Object> steps, BiFunction<JsonNode, Object, String> edit) {
        JsonNode copy = tree.deepCopy();
        JsonNode parent = walk(copy, steps.subList(0, steps.size() - 1));
        String problem = edit.apply(parent, steps.getLast());
        return problem.isEmpty() ? copy.toString() : problem;
    }

    private static String setChild(JsonNode parent, Object step) {
        if (parent instanceof ObjectNode object && step instanceof String name) {
            object.set(name, NEW_NODE);
            return "";
        }
        if (parent instanceof ArrayNode array && step instanceof Integer index) {
            int fromFront = index < 0 ? index + array.size() : index;
            if (fromFront < 0 || fromFront >= array.size()) {
                return "out of range";
            }
            array.set(fromFront, NEW_NODE);
            return "";
        }
        return "missing parent";
    }

    private static String removeChild(JsonNode parent, Object step) {
        if (parent instanceof ObjectNode object && step instanceof String name) {
            object.remove(name);
        }
        if (parent instanceof ArrayNode array && step instanceof Integer index) {
            int fromFront = index < 0 ? index + array.size() : index;
            if (fromFront >= 0 && fromFront < array.size()) {
                array.remove(fromFront);
            }
        }
        return "";
    }

    @Test
    void editsByDescent_onNestedMatches_agreeWithRecursion() {
        Path path = Path.parse("$..a");
        Value one = Value.of(1);
        for (int round = 0; round < 5_000; round++) {
            JsonNode tree = randomTree(6);
            Document document = document(tree);

            if (Edits.set(document, path, NEW) instanceof SetResult.Updated updated) {
                assertThat(updated.document())
                        .hasToString(edited(tree, child -> NEW_NODE).toString());
            }
            if (Edits.delete(document, path) instanceof DeleteResult.Deleted deleted) {
                assertThat(deleted.document())
                        .hasToString(edited(tree, child -> null).toString());
            }
            Applied<Integer> appended = Edits.apply(
                    document,
                    path,
                    value -> value.kind() == Value.Kind.ARRAY
                            ? new Edit.Change<>(ArrayEdit.append(value, List.of(one)), value.size() + 1)
                            : null);
            assertThat(appended.document())
                    .hasToString(edited(tree, PathOracleTest::appended).toString());
        }
    }

    /** What becomes of a member called {@code a}. */
    private interface Model {
        @Nullable
        JsonNode edit(JsonNode child);
    }

    private static JsonNode appended(JsonNode child) {
        JsonNode inside = edited(child, PathOracleTest::appended);
        if (inside instanceof ArrayNode array) {
            array.add(1);
        }
        return inside;
    }

    private static JsonNode edited(JsonNode node, Model model) {
        return switch (node) {
            case ObjectNode object -> editedObject(object, model);
            case ArrayNode array -> {
                ArrayNode copy = JACKSON.createArrayNode();
                array.forEach(element -> copy.add(edited(element, model)));
                yield copy;
            }
            default -> node;
        };
    }

    private static ObjectNode editedObject(ObjectNode object, Model model) {
        ObjectNode copy = JACKSON.createObjectNode();
        object.properties().forEach(member -> {
            JsonNode child =
                    member.getKey().equals("a") ? model.edit(member.getValue()) : edited(member.getValue(), model);
            if (child != null) {
                copy.set(member.getKey(), child);
            }
        });
        return copy;
    }

    private static JsonNode walk(JsonNode from, List<Object> steps) {
        JsonNode at = from;
        for (Object step : steps) {
            at = child(at, step);
        }
        return at;
    }

    private static JsonNode child(JsonNode parent, Object step) {
        return switch (step) {
            case String name -> parent.path(name);
            case Integer index when parent.isArray() -> parent.path(index < 0 ? index + parent.size() : index);
            default -> MissingNode.getInstance();
        };
    }

    /** Mostly a way into the tree, at times one that leaves it. */
    private List<Object> randomSteps(JsonNode tree) {
        List<Object> steps = new ArrayList<>();
        JsonNode at = tree;
        while (random.nextInt(5) > 0 && steps.size() < 6) {
            Object step = at.isArray() && random.nextInt(10) > 0
                    ? Integer.valueOf(random.nextInt(-at.size() - 1, at.size() + 1))
                    : NAMES[random.nextInt(NAMES.length)];
            steps.add(step);
            at = child(at, step);
        }
        return steps;
    }

    private static String dotted(List<Object> steps) {
        StringBuilder path = new StringBuilder();
        for (Object step : steps) {
            switch (step) {
                case String name -> DottedWriter.member(path, name);
                case Integer index -> DottedWriter.element(path, index);
                default -> throw new AssertionError(step);
            }
        }
        return path.toString();
    }

    private JsonNode randomTree(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0 -> JACKSON.getNodeFactory().numberNode(random.nextInt(100));
            case 1 -> JACKSON.getNodeFactory().stringNode("s" + random.nextInt(100));
            case 2 -> JACKSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 3 -> JACKSON.getNodeFactory().nullNode();
            case 4, 5 -> randomArray(depth);
            default -> randomObject(depth);
        };
    }

    private ArrayNode randomArray(int depth) {
        ArrayNode array = JACKSON.createArrayNode();
        for (int size = random.nextInt(random.nextInt(10) == 0 ? 20 : 4); size > 0; size--) {
            array.add(randomTree(depth - 1));
        }
        return array;
    }

    private ObjectNode randomObject(int depth) {
        ObjectNode object = JACKSON.createObjectNode();
        for (int size = random.nextInt(NAMES.length); size > 0; size--) {
            object.set(NAMES[random.nextInt(NAMES.length)], randomTree(depth - 1));
        }
        for (int extra = random.nextInt(10) == 0 ? 20 : 0; extra > 0; extra--) {
            object.put("extra" + extra, extra);
        }
        return object;
    }

    private static Document document(JsonNode tree) {
        return Document.parse(tree.toString().getBytes(UTF_8));
    }
}
