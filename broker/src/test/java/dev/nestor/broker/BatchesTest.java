package dev.nestor.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.broker.Batch.Document;
import dev.nestor.broker.ClusterStatus.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final ClusterStatus THREE_PARTITIONS = new ClusterStatus(
            "ok", "me", "id", 1, 3, List.of(), List.of(part(1, 0, 5460), part(2, 5461, 10922), part(3, 10923, 16383)));

    private final Batches batches = new Batches(THREE_PARTITIONS);

    @Test
    void documentsOfAllSizes_comeOutOnce_inTheirOrder_andByPartition() {
        Random random = new Random(Long.getLong("nestor.seed", 42));
        List<Document> in = new ArrayList<>();
        List<Batch> out = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            int size = random.nextInt(100) == 0 ? random.nextInt(200_000) : random.nextInt(500);
            Document document = new Document(i, Key.of("key" + i), new byte[size]);
            in.add(document);
            batches.add(document).ifPresent(out::add);
        }
        out.addAll(batches.takeAll());

        for (Partition partition : THREE_PARTITIONS.partitions()) {
            assertThat(out.stream()
                            .filter(batch -> partition.holds(batch.first().key().slot()))
                            .flatMap(batch -> batch.documents().stream()))
                    .containsExactlyElementsOf(in.stream()
                            .filter(document -> partition.holds(document.key().slot()))
                            .toList());
        }
        assertThat(out).allSatisfy(batch -> {
            assertThat(batch.size()).isLessThanOrEqualTo(64);
            long withoutLast = batch.weight() - batch.documents().getLast().weight();
            assertThat(withoutLast).isLessThan(64 << 10);
        });
        assertThat(out.size()).isLessThan(5000 / 32);
        assertThat(batches.takeAll()).isEmpty();
    }

    @Test
    void whatWaits_isTakenByTheKeyOfAnyOther_ofItsPartition() {
        Document document = new Document(7, Key.of("{a}1"), new byte[9]);
        assertThat(batches.add(document)).isEmpty();
        assertThat(batches.take(Key.of("{a}2"))).contains(new Batch(List.of(document)));
        assertThat(batches.take(Key.of("{a}1"))).isEmpty();
    }

    @Test
    void halves_holdAllInOrder() {
        List<Document> documents = List.of(
                new Document(1, Key.of("a"), new byte[1]),
                new Document(2, Key.of("b"), new byte[1]),
                new Document(3, Key.of("c"), new byte[1]));
        assertThat(new Batch(documents).halves())
                .containsExactly(new Batch(documents.subList(0, 1)), new Batch(documents.subList(1, 3)));
    }

    private static Partition part(int number, int firstSlot, int lastSlot) {
        return new Partition(number, firstSlot, lastSlot, "ok", Optional.empty(), List.of());
    }
}
