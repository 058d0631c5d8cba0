package dev.nestor.datagen;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Makes records {@code person0}, {@code person1}, … A record depends on the seed, the fields, the shape and its index
 * alone, not on how many there are or which were made before. Immutable, safe for use by many threads.
 *
 * <p>A record's depth is drawn from 0 to the greatest. Each of its objects has 0 to {@code maxKeys} distinct members. Where
 * another level is left, a value is a nested object with probability 0.3.
 *
 * @param fields what members are drawn from; not empty unless {@code shape.maxKeys()} is 0
 */
public record RecordGenerator(long seed, List<Field> fields, Shape shape) {
    static final String KEY_PREFIX = "person";

    /**
     * No further member is added to a record that has about so many characters. From six keys or so per object on, the
     * number of objects would grow exponentially with the depth; this keeps any record within what the store takes.
     */
    static final int FULL_RECORD_SIZE = 4 << 20;

    public RecordGenerator {
        fields = List.copyOf(fields);
        if (fields.isEmpty() && shape.maxKeys() > 0) {
            throw new IllegalArgumentException("No fields to draw " + shape.maxKeys() + " keys from");
        }
    }

    /** The key of a record. */
    public static String key(long index) {
        return KEY_PREFIX + index;
    }

    /** Hands over key and JSON text (UTF-8) of the records {@code from} to {@code to - 1}, in order. */
    public void forEach(long from, long to, BiConsumer<String, byte[]> consumer) {
        var encoder = new RecordEncoder(this, RecordFormat.JSON);
        for (long index = from; index < to; index++) {
            consumer.accept(key(index), encoder.document(index));
        }
    }

    /** Gives the members of a record's outermost object to {@code sink}. */
    void generate(long index, RecordSink sink) {
        var random = new RecordRandom(seed, index);
        int depth = random.below(shape.maxDepth() + 1);
        new Draw(random, sink).members(depth);
    }

    /** The making of one record. */
    private final class Draw {
        private final RecordRandom random;
        private final RecordSink sink;
        private int sizeLeft = FULL_RECORD_SIZE;

        Draw(RecordRandom random, RecordSink sink) {
            this.random = random;
            this.sink = sink;
        }

        /** The members of one object, below which {@code depth} more levels may follow. */
        void members(int depth) {
            int maxKeys = Math.min(shape.maxKeys(), fields.size());
            for (int field : distinctFields(random.below(maxKeys + 1))) {
                if (sizeLeft <= 0) {
                    return;
                }
                sizeLeft -= fields.get(field).name().length() + 8;
                sink.member(field);
                value(field, depth);
            }
        }

        private void value(int field, int depth) {
            if (depth == 0 || random.below(10) < 7) {
                scalar(fields.get(field).type());
            } else {
                sink.startObject();
                members(depth - 1);
                sink.endObject();
            }
        }

        private void scalar(FieldType type) {
            switch (type) {
                case STRING -> sink.text(letters(1 + random.below(shape.maxStringLength())));
                case INT -> sink.whole(random.below(1001));
                case FLOAT -> sink.decimal(random.below(100_001));
                case BOOLEAN -> sink.truth(random.below(2) == 1);
            }
        }

        private byte[] letters(int length) {
            sizeLeft -= length;
            byte[] letters = new byte[length];
            long fraction = 0;
            for (int i = 0; i < length; i++) {
                // A random number holds eight letters: the first digits of it as a fraction in base 52.
                fraction = i % 8 == 0 ? random.nextLong() : fraction * 52;
                int letter = (int) Math.unsignedMultiplyHigh(fraction, 52);
                letters[i] = (byte) (letter < 26 ? 'a' + letter : 'A' + letter - 26);
            }
            return letters;
        }

        /**
         * {@code count} different fields in random order, by as many draws: Floyd's algorithm for random permutations
         * (Bentley, Floyd: "A Sample of Brilliance", CACM 30:9, 1987), which grows the sequence at its other end.
         */
        private int[] distinctFields(int count) {
            int[] chosen = new int[count];
            for (int size = 0; size < count; size++) {
                int last = fields.size() - count + size;
                int field = random.below(last + 1);
                int place = indexOf(chosen, size, field);
                if (place == size) {
                    chosen[size] = field;
                } else {
                    System.arraycopy(chosen, place, chosen, place + 1, size - place);
                    chosen[place] = last;
                }
            }
            return chosen;
        }

        private static int indexOf(int[] numbers, int size, int wanted) {
            int place = 0;
            while (place < size && numbers[place] != wanted) {
                place++;
            }
            return place;
        }
    }
}
