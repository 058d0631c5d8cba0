package dev.nestor.document;

/**
 * How large a document may be. Each limit is checked before the memory that it bounds is spent.
 *
 * @param documentBytes bytes of the JSON text, and of the packed document after an edit
 * @param depth nested containers, the root included
 * @param numberLength characters of one number's text
 * @param nameBytes bytes of one member name in UTF-8
 * @param nodes values in the document, the root included
 */
public record Limits(int documentBytes, int depth, int numberLength, int nameBytes, int nodes) {
    /** The deepest nesting that anything here follows by recursion. It takes about 200 KB of stack. */
    static final int GREATEST_DEPTH = 256;

    /** Lengths of number texts are stored in one byte. */
    static final int GREATEST_NUMBER_LENGTH = 255;

    /** Lengths of names are stored in at most three bytes of seven bits. */
    static final int GREATEST_NAME_BYTES = (1 << 21) - 1;

    /** Half of what an array can hold: the packed form of a text may be a little larger than the text. */
    private static final int GREATEST_DOCUMENT_BYTES = 1 << 30;

    public static final Limits DEFAULT = new Limits(8 << 20, 128, 64, 64 << 10, 1_000_000);

    public Limits {
        requireBetween(1, documentBytes, GREATEST_DOCUMENT_BYTES, "documentBytes");
        requireBetween(1, depth, GREATEST_DEPTH, "depth");
        requireBetween(1, numberLength, GREATEST_NUMBER_LENGTH, "numberLength");
        requireBetween(1, nameBytes, GREATEST_NAME_BYTES, "nameBytes");
        requireBetween(1, nodes, Integer.MAX_VALUE, "nodes");
    }

    private static void requireBetween(int least, int value, int greatest, String name) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + greatest + ", not " + value);
        }
    }

    /**
     * Checks a value that is to become a document of its own or went through edits: its packed bytes, its
     * depth and how many values it contains. Names and numbers are checked where they are read.
     *
     * @throws LimitExceededException if it is larger than this allows
     */
    public void check(Value value) {
        checkSize(value);
        checkDepth(Nesting.depth(value));
    }

    /** Each value takes at least a byte, so that most documents need not be counted. */
    void checkSize(Value value) {
        checkDocumentBytes(value.packedSize());
        if (value.packedSize() > nodes) {
            checkNodes(Nesting.nodes(value));
        }
    }

    void checkDocumentBytes(int given) {
        check("bytes in a document", documentBytes, given);
    }

    void checkDepth(int given) {
        check("nested containers", depth, given);
    }

    void checkNumberLength(int given) {
        check("characters in a number", numberLength, given);
    }

    /** What the packed form itself allows. */
    static void checkPackedDepth(int given) {
        check("nested containers", GREATEST_DEPTH, given);
    }

    /** What the packed form itself allows. */
    static void checkPackedName(int given) {
        check("bytes in a member name", GREATEST_NAME_BYTES, given);
    }

    void checkNameBytes(int given) {
        check("bytes in a member name", nameBytes, given);
    }

    void checkNodes(int given) {
        check("values in a document", nodes, given);
    }

    private static void check(String what, int limit, int given) {
        if (given > limit) {
            throw new LimitExceededException(what, limit, given);
        }
    }
}
