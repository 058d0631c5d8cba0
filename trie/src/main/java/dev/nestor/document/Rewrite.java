package dev.nestor.document;

import org.jspecify.annotations.Nullable;

/**
 * One pass over a document that replaces or removes some of its values: their ancestors are written
 * anew, whatever else they contain is copied as it is.
 */
final class Rewrite {
    private final int[] targets;
    private final Splicer splicer;
    private final Limits limits;

    /** The first target that the pass has not reached yet. */
    private int next;

    Rewrite(int[] targets, Splicer splicer, Limits limits) {
        this.targets = targets;
        this.splicer = splicer;
        this.limits = limits;
    }

    Document apply(Document document) {
        PackedWriter writer = new PackedWriter(document.packedSize() + 64);
        Value root = document.root();
        if (!isTarget(root)) {
            write(root, 0, writer);
        } else {
            Value replacement = splice(root);
            if (replacement == null) {
                throw new IllegalArgumentException("the root of a document cannot be removed");
            }
            writeReplacement(replacement, 0, writer);
        }
        Document rewritten = writer.toDocument();
        limits.checkSize(rewritten.root());
        return rewritten;
    }

    private boolean isTarget(Value value) {
        return next < targets.length && targets[next] == value.position();
    }

    /** Steps over all targets in the target. */
    private @Nullable Value splice(Value target) {
        int end = target.end();
        while (next < targets.length && targets[next] < end) {
            next++;
        }
        return splicer.splice(target);
    }

    private void writeReplacement(Value replacement, int depth, PackedWriter writer) {
        limits.checkDepth(depth + Nesting.depth(replacement));
        writer.copy(replacement);
    }

    private void write(Value value, int depth, PackedWriter writer) {
        if (next == targets.length || targets[next] >= value.end()) {
            writer.copy(value);
            return;
        }
        Nesting.check(depth);
        switch (value.kind()) {
            case OBJECT -> writeObject(value, depth + 1, writer);
            case ARRAY -> writeArray(value, depth + 1, writer);
            case STRING, NUMBER, BOOLEAN, NULL ->
                throw new IllegalArgumentException("no value of the document stands at " + targets[next]);
        }
    }

    private void writeObject(Value object, int depth, PackedWriter writer) {
        writer.startObject();
        for (Members members = object.members(); members.next(); ) {
            Value value = members.value();
            if (!isTarget(value)) {
                members.copyName(writer);
                write(value, depth, writer);
            } else {
                Value replacement = splice(value);
                if (replacement != null) {
                    members.copyName(writer);
                    writeReplacement(replacement, depth, writer);
                }
            }
        }
        writer.endObject();
    }

    private void writeArray(Value array, int depth, PackedWriter writer) {
        writer.startArray();
        for (Elements elements = array.elements(); elements.next(); ) {
            Value value = elements.value();
            if (!isTarget(value)) {
                write(value, depth, writer);
            } else {
                Value replacement = splice(value);
                if (replacement != null) {
                    writeReplacement(replacement, depth, writer);
                }
            }
        }
        writer.endArray();
    }
}
