package dev.nestor.server.store;

import java.util.List;

/** The binary forms of {@link StringOperation}s and of {@link Expiry}. */
final class StringForms {
    private static final FormTable<Expiry> EXPIRIES = new FormTable<>(
            "expiry",
            List.of(
                    new Form<>(0, Expiry.None.class, (out, none) -> {}, in -> new Expiry.None()),
                    new Form<>(1, Expiry.Keep.class, (out, keep) -> {}, in -> new Expiry.Keep()),
                    new Form<>(
                            2,
                            Expiry.At.class,
                            (out, at) -> out.number(at.millis()),
                            in -> new Expiry.At(in.number()))));

    static final Codes<Operation.Condition> CONDITIONS = new Codes<>(
            List.of(Operation.Condition.ALWAYS, Operation.Condition.IF_ABSENT, Operation.Condition.IF_PRESENT));

    private static final Form<StringOperation.Set> SET = new Form<>(
            1,
            StringOperation.Set.class,
            (out, set) -> {
                out.bytes(set.key());
                out.bytes(set.value());
                CONDITIONS.write(set.condition(), out);
                EXPIRIES.write(set.expiry(), out);
                out.bool(set.returnsOld());
                out.version(set.expectedVersion());
            },
            in -> new StringOperation.Set(
                    in.bytes(), in.bytes(), CONDITIONS.read(in), EXPIRIES.read(in), in.bool(), in.version()));

    private static final Form<StringOperation.SetMany> SET_MANY = new Form<>(
            2,
            StringOperation.SetMany.class,
            (out, setMany) -> out.list(setMany.pairs(), (o, pair) -> {
                o.bytes(pair.key());
                o.bytes(pair.value());
            }),
            in -> new StringOperation.SetMany(in.list(i -> new StringOperation.Pair(i.bytes(), i.bytes()))));

    private static final Form<StringOperation.Append> APPEND = new Form<>(
            3,
            StringOperation.Append.class,
            (out, append) -> {
                out.bytes(append.key());
                out.bytes(append.suffix());
            },
            in -> new StringOperation.Append(in.bytes(), in.bytes()));

    private static final Form<StringOperation.Increment> INCREMENT = new Form<>(
            4,
            StringOperation.Increment.class,
            (out, increment) -> {
                out.bytes(increment.key());
                out.number(increment.by());
            },
            in -> new StringOperation.Increment(in.bytes(), in.number()));

    private static final Form<StringOperation.GetAndDelete> GET_AND_DELETE = new Form<>(
            5,
            StringOperation.GetAndDelete.class,
            (out, getAndDelete) -> out.bytes(getAndDelete.key()),
            in -> new StringOperation.GetAndDelete(in.bytes()));

    static final List<Form<? extends Operation>> ALL = List.of(SET, SET_MANY, APPEND, INCREMENT, GET_AND_DELETE);

    private StringForms() {}
}
