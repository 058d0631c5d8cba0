package dev.nestor.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The paths that the model's operations use, followed in the plainest way. */
record ModelPath(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("\\.\\.(\\w+)|(\\.?\\*|\\[\\*])|\\[(-?\\d+)]|\\.?(\\w+)");

    sealed interface Step {}

    record Name(String name) implements Step {}

    record Index(int index) implements Step {}

    record Each() implements Step {}

    record Descend(String name) implements Step {}

    /** Reads paths of word names, indexes, {@code *} and {@code ..name} in any notation. */
    static ModelPath of(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text.startsWith("$") ? text.substring(1) : text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                steps.add(new Descend(matcher.group(1)));
            } else if (matcher.group(2) != null) {
                steps.add(new Each());
            } else if (matcher.group(3) != null) {
                steps.add(new Index(Integer.parseInt(matcher.group(3))));
            } else {
                steps.add(new Name(matcher.group(4)));
            }
        }
        return new ModelPath(steps);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    Step last() {
        return steps.getLast();
    }

    ModelPath parent() {
        return new ModelPath(steps.subList(0, steps.size() - 1));
    }

    /** Where the path leads to: the names and indexes from the root to each place. */
    List<List<Object>> places(JsonNode root) {
        List<List<Object>> places = List.of(List.of());
        for (Step step : steps) {
            List<List<Object>> next = new ArrayList<>();
            places.forEach(place -> follow(step, at(root, place), place, next));
            places = next;
        }
        return places;
    }

    private static void follow(Step step, JsonNode node, List<Object> place, List<List<Object>> found) {
        switch (step) {
            case Name(String name) -> {
                if (node.isObject() && node.has(name)) {
                    found.add(below(place, name));
                }
            }
            case Index(int index) -> {
                int fromFront = index < 0 ? node.size() + index : index;
                if (node.isArray() && fromFront >= 0 && fromFront < node.size()) {
                    found.add(below(place, fromFront));
                }
            }
            case Each each -> children(node).forEach(child -> found.add(below(place, child)));
            case Descend(String name) -> {
                follow(new Name(name), node, place, found);
                for (Object child : children(node)) {
                    List<Object> below = below(place, child);
                    follow(step, at(node, List.of(child)), below, found);
                }
            }
        }
    }

    private static List<Object> children(JsonNode node) {
        List<Object> children = new ArrayList<>();
        switch (node) {
            case ObjectNode object -> children.addAll(object.propertyNames());
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    children.add(index);
                }
            }
            default -> {}
        }
        return children;
    }

    private static List<Object> below(List<Object> place, Object child) {
        List<Object> below = new ArrayList<>(place);
        below.add(child);
        return below;
    }

    static JsonNode at(JsonNode root, List<Object> place) {
        JsonNode node = root;
        for (Object step : place) {
            node = step instanceof String name ? node.get(name) : node.get((Integer) step);
        }
        return node;
    }

    /** Those places that lie in no other one. */
    static List<List<Object>> outermost(List<List<Object>> places) {
        return places.stream()
                .filter(place -> places.stream()
                        .noneMatch(other -> other.size() < place.size()
                                && place.subList(0, other.size()).equals(other)))
                .toList();
    }
}
