package dev.nestor.server.store;

import java.util.List;

/** The binary forms of {@link KeyOperation}s. */
final class KeyForms {
    private static final Codes<KeyOperation.ExpiryCondition> CONDITIONS = new Codes<>(List.of(
            KeyOperation.ExpiryCondition.ALWAYS,
            KeyOperation.ExpiryCondition.IF_NONE,
            KeyOperation.ExpiryCondition.IF_ANY,
            KeyOperation.ExpiryCondition.IF_LATER,
            KeyOperation.ExpiryCondition.IF_EARLIER,
            KeyOperation.ExpiryCondition.IF_ANY_AND_EARLIER));

    private static final Form<KeyOperation.Delete> DELETE = new Form<>(
            16,
            KeyOperation.Delete.class,
            (out, delete) -> {
                out.list(delete.keys(), BinaryOutput::bytes);
                out.version(delete.expectedVersion());
            },
            in -> new KeyOperation.Delete(in.list(BinaryInput::bytes), in.version()));

    private static final Form<KeyOperation.ExpireAt> EXPIRE_AT = new Form<>(
            17,
            KeyOperation.ExpireAt.class,
            (out, expireAt) -> {
                out.bytes(expireAt.key());
                out.number(expireAt.millis());
                CONDITIONS.write(expireAt.condition(), out);
            },
            in -> new KeyOperation.ExpireAt(in.bytes(), in.number(), CONDITIONS.read(in)));

    private static final Form<KeyOperation.Persist> PERSIST = new Form<>(
            18,
            KeyOperation.Persist.class,
            (out, persist) -> out.bytes(persist.key()),
            in -> new KeyOperation.Persist(in.bytes()));

    private static final Form<KeyOperation.Flush> FLUSH =
            new Form<>(19, KeyOperation.Flush.class, (out, flush) -> {}, in -> new KeyOperation.Flush());

    private static final Form<KeyOperation.ExpireDue> EXPIRE_DUE = new Form<>(
            20,
            KeyOperation.ExpireDue.class,
            (out, expireDue) -> out.count(expireDue.limit()),
            in -> new KeyOperation.ExpireDue(in.smallCount()));

    static final List<Form<? extends Operation>> ALL = List.of(DELETE, EXPIRE_AT, PERSIST, FLUSH, EXPIRE_DUE);

    private KeyForms() {}
}
