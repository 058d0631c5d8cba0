package dev.nestor.document;

/**
 * New objects from old ones. All other members keep their order. Whoever puts the result into a document
 * holds its {@link Limits}, by {@link Document#rewrite} or {@link Limits#check}.
 */
public final class ObjectEdit {
    private ObjectEdit() {}

    /**
     * The object with a member set: in its place when there is one of this name, else at the end.
     *
     * @param name in UTF-8
     * @throws LimitExceededException if the name is longer than the default limits allow, or the value
     *     would lie deeper than 256 containers
     */
    public static Value set(Value object, byte[] name, Value value) {
        Limits.DEFAULT.checkNameBytes(name.length);
        PackedWriter writer = new PackedWriter(object.packedSize() + name.length + value.packedSize() + 16);
        writer.startObject();
        boolean replaced = false;
        for (Members members = object.members(); members.next(); ) {
            boolean replace = members.nameEquals(name);
            members.copyName(writer);
            if (replace) {
                writer.value(value);
            } else {
                writer.copy(members.value());
            }
            replaced |= replace;
        }
        if (!replaced) {
            writer.name(name, 0, name.length).value(value);
        }
        return writer.endObject().toDocument().root();
    }

    /**
     * The object without a member. It may have none of this name.
     *
     * @param name in UTF-8
     */
    public static Value remove(Value object, byte[] name) {
        PackedWriter writer = new PackedWriter(object.packedSize()).startObject();
        for (Members members = object.members(); members.next(); ) {
            if (!members.nameEquals(name)) {
                members.copyName(writer).copy(members.value());
            }
        }
        return writer.endObject().toDocument().root();
    }
}
