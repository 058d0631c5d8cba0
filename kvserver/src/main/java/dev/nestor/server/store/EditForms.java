package dev.nestor.server.store;

import java.util.List;

/** The binary forms of {@link ValueEdit}s. */
final class EditForms {
    static final FormTable<ValueEdit> TABLE = new FormTable<>(
            "edit",
            List.of(
                    new Form<>(
                            1,
                            ValueEdit.Add.class,
                            (out, add) -> out.json(add.number()),
                            in -> new ValueEdit.Add(in.json())),
                    new Form<>(
                            2,
                            ValueEdit.Multiply.class,
                            (out, multiply) -> out.json(multiply.number()),
                            in -> new ValueEdit.Multiply(in.json())),
                    new Form<>(3, ValueEdit.Toggle.class, (out, toggle) -> {}, in -> new ValueEdit.Toggle()),
                    new Form<>(
                            4,
                            ValueEdit.AppendText.class,
                            (out, append) -> out.json(append.suffix()),
                            in -> new ValueEdit.AppendText(in.json())),
                    new Form<>(
                            5,
                            ValueEdit.AppendElements.class,
                            (out, append) -> out.list(append.elements(), BinaryOutput::json),
                            in -> new ValueEdit.AppendElements(in.list(BinaryInput::json))),
                    new Form<>(
                            6,
                            ValueEdit.InsertElements.class,
                            (out, insert) -> {
                                out.number(insert.index());
                                out.list(insert.elements(), BinaryOutput::json);
                            },
                            in -> new ValueEdit.InsertElements(in.number(), in.list(BinaryInput::json))),
                    new Form<>(
                            7,
                            ValueEdit.Pop.class,
                            (out, pop) -> out.number(pop.index()),
                            in -> new ValueEdit.Pop(in.number())),
                    new Form<>(
                            8,
                            ValueEdit.Trim.class,
                            (out, trim) -> {
                                out.number(trim.start());
                                out.number(trim.stop());
                            },
                            in -> new ValueEdit.Trim(in.number(), in.number())),
                    new Form<>(9, ValueEdit.Clear.class, (out, clear) -> {}, in -> new ValueEdit.Clear())));

    private EditForms() {}
}
