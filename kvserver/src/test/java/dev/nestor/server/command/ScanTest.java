package dev.nestor.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.protocol.Reply;
import dev.nestor.server.command.ScanCursors.Place;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.KeyOperation;
import dev.nestor.server.store.LogEntry;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Store;
import dev.nestor.server.store.StringOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
    private final Random random = Seed.random("ScanTest");
    private final Store low = new Store();
    private final Store high = new Store();
    private final Command scan =
            Objects.requireNonNull(new ScanCommands(random).all().get("scan"));

    private List<PartitionView> partitions() {
        return List.of(new PartitionView(0, 8191, low.view()), new PartitionView(8192, 16383, high.view()));
    }

    /** What SCAN answers from a cursor on: the next one, and keys. */
    private record Step(String cursor, List<String> keys) {}

    private Step scan(String line, List<PartitionView> partitions) {
        Session session = new Session(1, "", "", 0);
        Plan.ReadAll plan = (Plan.ReadAll) scan.plan(Words.line("SCAN " + line), session, 0);
        List<Reply> reply = ((Reply.Array) plan.reader().read(partitions, 0)).items();
        List<String> keys = new ArrayList<>();
        ((Reply.Array) reply.get(1)).items().forEach(key -> keys.add(((Reply.Bulk) key).text()));
        return new Step(((Reply.Bulk) reply.getFirst()).text(), keys);
    }

    private static void write(Store store, Operation operation) {
        store.apply(new LogEntry(0, List.of(operation)));
    }

    private void set(String key) {
        write(key.hashCode() % 2 == 0 ? low : high, new StringOperation.Set(Bytes.utf8(key), Bytes.utf8("v")));
    }

    private void delete(String key) {
        write(key.hashCode() % 2 == 0 ? low : high, new KeyOperation.Delete(List.of(Bytes.utf8(key))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50})
    void scan_showsEveryKeyThatStaysOnce_whateverIsWrittenMeanwhile(int count) {
        Set<String> staying = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            set("gone" + i);
            set("stays" + i);
            staying.add("stays" + i);
        }
        List<String> shown = new ArrayList<>();
        Step step = new Step("0", List.of());
        int calls = 0;
        do {
            step = scan(step.cursor() + " COUNT " + count, partitions());
            shown.addAll(step.keys());
            step.keys().stream().filter(key -> key.startsWith("gone")).forEach(this::delete);
            delete("gone" + random.nextInt(300));
            set("new" + random.nextInt(1000));
            assertThat(++calls).as("calls").isLessThan(5000);
        } while (!step.cursor().equals("0"));
        assertThat(shown).containsAll(staying).doesNotHaveDuplicates();
    }

    @Test
    void scan_ofAPrefix_looksAtNothingElse() {
        for (int i = 0; i < 100; i++) {
            set("a" + i);
            set("b" + i);
        }
        Step step = scan("0 COUNT 100 MATCH b*", partitions());
        assertThat(step.cursor()).isEqualTo("0");
        assertThat(step.keys()).hasSize(100).allMatch(key -> key.startsWith("b"));
    }

    @Test
    void scan_whoseEndOfACountIsTheEndOfAPartition_goesOnInTheNext() {
        write(low, new StringOperation.Set(Bytes.utf8("a"), Bytes.EMPTY));
        write(high, new StringOperation.Set(Bytes.utf8("A"), Bytes.EMPTY));
        Step first = scan("0 COUNT 1", partitions());
        assertThat(first.keys()).containsExactly("a");
        Step second = scan(first.cursor() + " COUNT 1", partitions());
        assertThat(second).isEqualTo(new Step("0", List.of("A")));
    }

    @Test
    void scan_whosePartitionHasLeft_goesOnWithTheNext() {
        for (int i = 0; i < 100; i++) {
            set("key" + i);
        }
        Step first = scan("0 COUNT 1", partitions());
        Step rest = scan(first.cursor() + " COUNT 1000", partitions().subList(1, 2));
        assertThat(rest.cursor()).isEqualTo("0");
        assertThat((long) rest.keys().size()).isEqualTo(high.view().size());
    }

    @Test
    void cursors_fitIntoADouble_andAreOfOneServer() {
        ScanCursors ours = new ScanCursors(-1);
        ScanCursors others = new ScanCursors(0);
        long cursor = ours.remember(Place.START);
        assertThat(cursor).isPositive().isLessThan(1L << 53);
        assertThat(ours.find(cursor)).isEqualTo(Place.START);
        assertThat(others.find(cursor)).isNull();
        assertThat(others.remember(Place.START)).isNotZero();
    }

    @Test
    void cursors_forgetWhatWasNotUsedForLongest() {
        ScanCursors cursors = new ScanCursors(0);
        long used = cursors.remember(Place.START);
        long unused = cursors.remember(Place.START);
        for (int i = 0; i < ScanCursors.PLACES - 1; i++) {
            assertThat(cursors.find(used)).isNotNull();
            cursors.remember(Place.START);
        }
        assertThat(cursors.find(unused)).isNull();
        assertThat(cursors.find(used)).isNotNull();
    }

    @Test
    void cursors_forgetWhenKeysAreLong() {
        ScanCursors cursors = new ScanCursors(0);
        Bytes key = Bytes.wrap(new byte[1 << 16]);
        long first = cursors.remember(new Place(0, key));
        for (int i = 1; i < ScanCursors.KEY_BYTES / key.length(); i++) {
            cursors.remember(new Place(0, key));
        }
        assertThat(cursors.places()).isEqualTo(256);
        cursors.remember(new Place(0, Bytes.utf8("k")));
        assertThat(cursors.find(first)).isNull();
        assertThat(cursors.places()).isEqualTo(256);
    }
}
