package dev.nestor.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Does everything to packed bytes that may be corrupt. Nothing but {@link CorruptDocumentException} may
 * come out, and nothing at all when the check accepts the bytes.
 */
final class ReadEverything {
    private static final byte[] SOME_NAME = {'n', 'a', 'm', 'e'};
    private static final int MOST_DEPTH = 40;

    private final Document document;
    private final boolean proper;

    private ReadEverything(Document document, boolean proper) {
        this.document = document;
        this.proper = proper;
    }

    /** Returns whether the bytes are a proper document. */
    static boolean from(byte[] bytes, int offset, int length) {
        Document document = Document.ofPacked(bytes, offset, length);
        boolean proper = isAccepted(bytes, offset, length);
        new ReadEverything(document, proper).run();
        if (proper) {
            assertTextComesBack(document);
        }
        return proper;
    }

    private static boolean isAccepted(byte[] bytes, int offset, int length) {
        try {
            DocumentCheck.verify(bytes, offset, length);
            return true;
        } catch (CorruptDocumentException e) {
            return false;
        }
    }

    private static void assertTextComesBack(Document document) {
        Limits greatest =
                new Limits(1 << 30, Limits.GREATEST_DEPTH, 255, Limits.GREATEST_NAME_BYTES, Integer.MAX_VALUE);
        byte[] json = document.toJson(Layout.COMPACT);
        Document again = Document.parse(json, 0, json.length, greatest);
        assertThat(again.packed()).isEqualTo(document.packed());
        assertThat(again.root()).isEqualTo(document.root()).hasSameHashCodeAs(document.root());
    }

    private void run() {
        Value root = document.root();
        attempt(() -> visit(root, 0));
        attempt(() -> assertThat(root.toJson(Layout.INDENTED)).isNotEmpty());
        attempt(() -> assertThat(root).hasSameHashCodeAs(root));
        attempt(() -> assertThat(root.equals(Value.of(1))).isIn(true, false));
        attempt(() -> assertThat(MergePatch.apply(root, root).packedSize()).isPositive());
        attempt(this::replaceLastByte);
    }

    private void replaceLastByte() {
        try {
            document.rewrite(new int[] {document.root().end() - 1}, target -> Value.of(1));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("no value of the document stands at");
        }
    }

    /** A corrupt object may turn out to have a name twice when it is written anew. */
    private void attempt(Runnable operation) {
        try {
            operation.run();
        } catch (CorruptDocumentException | DuplicateNameException | LimitExceededException e) {
            if (proper) {
                throw e;
            }
        }
    }

    private void visit(Value value, int depth) {
        if (depth > MOST_DEPTH) {
            return;
        }
        assertThat(value.end()).isEqualTo(value.position() + value.packedSize());
        attempt(() -> value.member(SOME_NAME));
        attempt(() -> value.element(9));
        switch (value.kind()) {
            case OBJECT -> visitMembers(value, depth);
            case ARRAY -> visitElements(value, depth);
            case STRING -> assertThat(value.string()).isNotNull();
            case NUMBER -> assertThat(value.compareNumber(value)).isZero();
            case BOOLEAN -> assertThat(value.bool()).isIn(true, false);
            case NULL -> assertThat(value.packedSize()).isOne();
        }
    }

    private void visitMembers(Value object, int depth) {
        for (Members members = object.members(); members.next(); ) {
            attempt(() -> object.member(members.name()));
            attempt(() -> visit(members.value(), depth + 1));
        }
        attempt(() -> ObjectEdit.remove(object, SOME_NAME));
    }

    private void visitElements(Value array, int depth) {
        for (Elements elements = array.elements(); elements.next(); ) {
            attempt(() -> visit(elements.value(), depth + 1));
        }
        attempt(() -> array.element(array.size() - 1));
        attempt(() -> ArrayEdit.append(array, List.of()));
    }
}
