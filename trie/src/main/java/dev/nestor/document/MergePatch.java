package dev.nestor.document;

import dev.nestor.document.Value.Kind;
import org.jspecify.annotations.Nullable;

/**
 * JSON Merge Patch, <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>. The result is no deeper than
 * the deeper of both, but it may be larger: whoever puts it into a document holds its {@link Limits}, by
 * {@link Document#rewrite} or {@link Limits#check}.
 */
public final class MergePatch {
    private MergePatch() {}

    /**
     * What a patch makes of a value.
     *
     * @param target null when there is nothing yet
     */
    public static Value apply(@Nullable Value target, Value patch) {
        int capacity = patch.packedSize() + (target == null ? 0 : target.packedSize());
        PackedWriter writer = new PackedWriter(capacity);
        write(target, patch, 0, writer);
        return writer.toDocument().root();
    }

    private static void write(@Nullable Value target, Value patch, int depth, PackedWriter writer) {
        Nesting.check(depth);
        if (patch.kind() != Kind.OBJECT) {
            writer.copy(patch);
            return;
        }
        writer.startObject();
        @Nullable Value object = target != null && target.kind() == Kind.OBJECT ? target : null;
        if (object != null) {
            writePatched(object, patch, depth, writer);
        }
        for (Members additions = patch.members(); additions.next(); ) {
            boolean known = object != null && object.member(additions.nameBytes()) != null;
            if (!known && additions.value().kind() != Kind.NULL) {
                additions.copyName(writer);
                write(null, additions.value(), depth + 1, writer);
            }
        }
        writer.endObject();
    }

    /** Writes the members that the object had before, without those that the patch removes. */
    private static void writePatched(Value object, Value patch, int depth, PackedWriter writer) {
        for (Members members = object.members(); members.next(); ) {
            Value change = patch.member(members.nameBytes());
            if (change == null) {
                members.copyName(writer).copy(members.value());
            } else if (change.kind() != Kind.NULL) {
                members.copyName(writer);
                write(members.value(), change, depth + 1, writer);
            }
        }
    }
}
