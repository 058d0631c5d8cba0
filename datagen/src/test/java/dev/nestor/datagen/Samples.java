package dev.nestor.datagen;

import java.util.List;

/** Fields and generators that several tests use. */
final class Samples {
    /** One field of each type, and names that need care in JSON. */
    static final List<Field> FIELDS = List.of(
            new Field("name", FieldType.STRING),
            new Field("age", FieldType.INT),
            new Field("height", FieldType.FLOAT),
            new Field("member", FieldType.BOOLEAN),
            new Field("straße;\"x\\y\u0001", FieldType.STRING),
            new Field("{[,:]}", FieldType.FLOAT),
            new Field("😀", FieldType.INT));

    /** Every random test takes its seeds from here; another one by {@code -Dnestor.seed=N}. */
    static final long SEED = Long.getLong("nestor.seed", 42);

    private Samples() {}

    static RecordGenerator generator(int maxDepth, int maxKeys, int maxStringLength) {
        return new RecordGenerator(SEED, FIELDS, new Shape(maxDepth, maxKeys, maxStringLength));
    }
}
