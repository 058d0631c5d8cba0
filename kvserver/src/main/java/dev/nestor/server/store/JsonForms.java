package dev.nestor.server.store;

import java.util.List;

/** The binary forms of {@link JsonOperation}s. */
final class JsonForms {
    private static final Form<JsonOperation.Set> SET = new Form<>(
            32,
            JsonOperation.Set.class,
            (out, set) -> {
                out.bytes(set.key());
                out.path(set.path());
                out.json(set.value());
                StringForms.CONDITIONS.write(set.condition(), out);
                out.version(set.expectedVersion());
            },
            in -> new JsonOperation.Set(
                    in.bytes(), in.path(), in.json(), StringForms.CONDITIONS.read(in), in.version()));

    private static final Form<JsonOperation.SetMany> SET_MANY = new Form<>(
            33,
            JsonOperation.SetMany.class,
            (out, setMany) -> out.list(setMany.placements(), (o, placement) -> {
                o.bytes(placement.key());
                o.path(placement.path());
                o.json(placement.value());
            }),
            in -> new JsonOperation.SetMany(in.list(i -> new JsonOperation.Placement(i.bytes(), i.path(), i.json()))));

    private static final Form<JsonOperation.Merge> MERGE = new Form<>(
            34,
            JsonOperation.Merge.class,
            (out, merge) -> {
                out.bytes(merge.key());
                out.path(merge.path());
                out.json(merge.patch());
                out.version(merge.expectedVersion());
            },
            in -> new JsonOperation.Merge(in.bytes(), in.path(), in.json(), in.version()));

    private static final Form<JsonOperation.Delete> DELETE = new Form<>(
            35,
            JsonOperation.Delete.class,
            (out, delete) -> {
                out.bytes(delete.key());
                out.path(delete.path());
                out.version(delete.expectedVersion());
            },
            in -> new JsonOperation.Delete(in.bytes(), in.path(), in.version()));

    private static final Form<JsonOperation.Edit> EDIT = new Form<>(
            36,
            JsonOperation.Edit.class,
            (out, edit) -> {
                out.bytes(edit.key());
                out.path(edit.path());
                EditForms.TABLE.write(edit.edit(), out);
            },
            in -> new JsonOperation.Edit(in.bytes(), in.path(), EditForms.TABLE.read(in)));

    static final List<Form<? extends Operation>> ALL = List.of(SET, SET_MANY, MERGE, DELETE, EDIT);

    private JsonForms() {}
}
