package dev.nestor.document;

/** Guards recursive walks over packed bytes that may be corrupt. */
final class Depth {
    private Depth() {}

    static void check(int depth) {
        if (depth > Limits.GREATEST_DEPTH) {
            throw new CorruptDocumentException(
                    "packed containers are nested more than " + Limits.GREATEST_DEPTH + " deep");
        }
    }

    /** How deep containers are nested in a value: 0 for a scalar. */
    static int of(Value value) {
        return of(value, 0);
    }

    private static int of(Value value, int above) {
        check(above);
        int deepest = above;
        switch (value.kind()) {
            case OBJECT -> {
                deepest = above + 1;
                for (Members members = value.members(); members.next(); ) {
                    deepest = Math.max(deepest, of(members.value(), above + 1));
                }
            }
            case ARRAY -> {
                deepest = above + 1;
                for (Elements elements = value.elements(); elements.next(); ) {
                    deepest = Math.max(deepest, of(elements.value(), above + 1));
                }
            }
            case STRING, NUMBER, BOOLEAN, NULL -> {}
        }
        return deepest;
    }
}
