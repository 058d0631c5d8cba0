package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.document.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

class RecordCostTest {
    private static final int RECORDS = 200_000;
    private static final int MOST_BYTES_ABOVE_THE_CONTENT = 40;

    private final Random random = Seed.random("RecordCostTest");

    @Test
    void document_costsFewBytesAboveItsKeyAndItsPackedBytes() {
        Store store = new Store();
        long content = 0;
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Bytes key = Bytes.utf8("person" + i);
            Json document = document();
            content += key.length() + document.packed().length();
            operations.add(new JsonOperation.Set(key, Path.ROOT, document));
        }
        store.apply(new LogEntry(0, operations));

        long heap = GraphLayout.parseInstance(store.view().records()).totalSize();
        double above = (heap - content) / (double) RECORDS;
        System.out.printf(
                "%d documents of %d bytes packed, keys included: %.1f bytes of heap above that each%n",
                RECORDS, content / RECORDS, above);
        assertThat(above).isLessThan(MOST_BYTES_ABOVE_THE_CONTENT);
    }

    /** About 200 bytes when packed. */
    private Json document() {
        return RandomOperations.json("""
                {"name": "%s", "age": %d, "address": {"street": "%s", "number": %d, "city": "%s", "zip": "%05d"},
                 "tags": ["%s", "%s"], "balance": %d.%02d, "active": %b, "bio": "%s"}
                """.formatted(
                        word(10),
                        random.nextInt(100),
                        word(14),
                        random.nextInt(300),
                        word(9),
                        random.nextInt(100_000),
                        word(6),
                        word(7),
                        random.nextInt(10_000),
                        random.nextInt(100),
                        random.nextBoolean(),
                        word(50 + random.nextInt(40))));
    }

    private String word(int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
