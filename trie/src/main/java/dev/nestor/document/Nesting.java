package dev.nestor.document;

/** Measures values by walking all that they contain, and guards such walks over bytes that may be corrupt. */
final class Nesting {
    private Nesting() {}

    static void check(int depth) {
        if (depth > Limits.GREATEST_DEPTH) {
            throw new CorruptDocumentException(
                    "packed containers are nested more than " + Limits.GREATEST_DEPTH + " deep");
        }
    }

    /** How deep containers are nested in a value: 0 for a scalar. */
    static int depth(Value value) {
        return depth(value, 0);
    }

    private static int depth(Value value, int above) {
        check(above);
        int deepest = above;
        switch (value.kind()) {
            case OBJECT -> {
                deepest = above + 1;
                for (Members members = value.members(); members.next(); ) {
                    deepest = Math.max(deepest, depth(members.value(), above + 1));
                }
            }
            case ARRAY -> {
                deepest = above + 1;
                for (Elements elements = value.elements(); elements.next(); ) {
                    deepest = Math.max(deepest, depth(elements.value(), above + 1));
                }
            }
            case STRING, NUMBER, BOOLEAN, NULL -> {}
        }
        return deepest;
    }

    /** The number of values in a value, itself included. */
    static int nodes(Value value) {
        return nodes(value, 0);
    }

    private static int nodes(Value value, int depth) {
        check(depth);
        int nodes = 1;
        switch (value.kind()) {
            case OBJECT -> {
                for (Members members = value.members(); members.next(); ) {
                    nodes += nodes(members.value(), depth + 1);
                }
            }
            case ARRAY -> {
                for (Elements elements = value.elements(); elements.next(); ) {
                    nodes += nodes(elements.value(), depth + 1);
                }
            }
            case STRING, NUMBER, BOOLEAN, NULL -> {}
        }
        return nodes;
    }
}
