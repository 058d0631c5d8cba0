package dev.nestor.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nestor.trie.TrieCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Random writes against the plain model: every outcome, the whole state, and every other way to the same state. */
class StoreModelTest {
    private static final int ENTRIES = 20_000;

    /** Of each of these, every record must come up. */
    private static final List<Class<?>> SEALED = List.of(
            Outcome.class,
            MatchResult.class,
            StringOperation.class,
            KeyOperation.class,
            JsonOperation.class,
            ValueEdit.class);

    private final Random random = Seed.random("StoreModelTest");
    private final RandomOperations operations = new RandomOperations(random);
    private final Model model = new Model();
    private final Store store = new Store();

    /** Applies the same entries, encoded. */
    private final Store follower = new Store();

    /** Applies the same operations, each as an entry of its own. */
    private final Store oneByOne = new Store();

    private final Map<Class<?>, Integer> seen = new HashMap<>();
    private long clock = 1_000;

    @Test
    void randomWrites_agreeWithTheModel() throws IOException {
        Store restored = new Store();
        for (int round = 0; round < ENTRIES; round++) {
            LogEntry entry = nextEntry();
            Outcome[] outcomes = applyEverywhere(entry);
            checkOutcomes(entry, outcomes);
            if (round % 100 == 0) {
                checkState();
            }
            if (round == ENTRIES / 2) {
                restored.restore(new ByteArrayInputStream(Written.snapshot(store)));
            } else if (round > ENTRIES / 2) {
                assertThat(restored.apply(entry)).isEqualTo(outcomes);
            }
        }
        checkState();
        for (Store replica : List.of(follower, oneByOne, restored)) {
            checkSame(replica.view(), store.view());
        }
        for (Class<?> sealed : SEALED) {
            for (Class<?> type : sealed.getPermittedSubclasses()) {
                assertThat(seen.getOrDefault(type, 0)).as(type.getName()).isGreaterThan(2);
            }
        }
    }

    private LogEntry nextEntry() {
        clock += random.nextInt(10) == 0 ? -random.nextInt(50) : random.nextInt(8);
        List<Operation> batch = IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> operations.next(model.now(), model.version()))
                .toList();
        return new LogEntry(clock, batch);
    }

    private Outcome[] applyEverywhere(LogEntry entry) {
        ByteBuffer bytes = ByteBuffer.wrap(Written.entry(entry));
        Outcome[] outcomes = store.apply(entry);
        assertThat(follower.apply(random.nextBoolean() ? bytes : bytes.asReadOnlyBuffer()))
                .isEqualTo(outcomes);
        Outcome[] apart = entry.operations().stream()
                .flatMap(operation ->
                        Arrays.stream(oneByOne.apply(new LogEntry(entry.stampedMillis(), List.of(operation)))))
                .toArray(Outcome[]::new);
        oneByOne.apply(new LogEntry(entry.stampedMillis(), List.of()));
        assertThat(apart).isEqualTo(outcomes);
        return outcomes;
    }

    private void checkOutcomes(LogEntry entry, Outcome[] outcomes) {
        model.passTo(entry.stampedMillis());
        for (int i = 0; i < outcomes.length; i++) {
            Operation operation = entry.operations().get(i);
            Outcome expected = model.apply(operation);
            if (expected instanceof Outcome.LimitExceeded) {
                assertThat(outcomes[i]).as(operation::toString).isInstanceOf(Outcome.LimitExceeded.class);
            } else {
                assertThat(outcomes[i]).as(operation::toString).isEqualTo(expected);
            }
            see(operation, outcomes[i]);
        }
    }

    private void see(Operation operation, Outcome outcome) {
        count(operation);
        count(outcome);
        if (operation instanceof JsonOperation.Edit edit) {
            count(edit.edit());
        }
        if (outcome instanceof Outcome.Edited edited) {
            edited.results().forEach(this::count);
        }
    }

    private void count(Object seenOne) {
        seen.merge(seenOne.getClass(), 1, Integer::sum);
    }

    private void checkState() {
        StoreView view = store.view();
        TrieCheck.check(view.records());
        TrieCheck.check(view.expiryIndex());
        assertThat(view.version()).isEqualTo(model.version());
        assertThat(view.lastMillis()).isEqualTo(model.now());
        assertThat(view.size()).isEqualTo(model.records().size());
        int index = 0;
        for (Map.Entry<Bytes, Model.Held> expected : model.records().entrySet()) {
            byte[] record = view.records().nth(index++);
            checkRecord(RecordView.of(record), expected.getKey(), expected.getValue());
        }
        assertThat(view.firstExpiry()).isEqualTo(expiries().min().orElse(RecordView.NEVER));
        assertThat(view.expiringSize()).isEqualTo(expiries().count());
    }

    private LongStream expiries() {
        return model.records().values().stream()
                .mapToLong(Model.Held::expiryMillis)
                .filter(expiry -> expiry != RecordView.NEVER);
    }

    private static void checkRecord(RecordView record, Bytes key, Model.Held held) {
        assertThat(record.key()).isEqualTo(key);
        assertThat(record.version()).isEqualTo(held.version());
        assertThat(record.expiryMillis()).isEqualTo(held.expiryMillis());
        if (record.kind() == ValueKind.STRING) {
            assertThat(record.value()).isEqualTo(held.string());
        } else {
            JsonNode tree = ModelDocument.JACKSON.readTree(record.document().toString());
            assertThat(new ModelDocument(tree)).isEqualTo(held.content());
        }
    }

    private static void checkSame(StoreView view, StoreView expected) {
        assertThat(view.digest()).isEqualTo(expected.digest());
        assertThat(view.bytes()).isEqualTo(expected.bytes());
        assertThat(view.size()).isEqualTo(expected.size());
        assertThat(view.version()).isEqualTo(expected.version());
        assertThat(view.lastMillis()).isEqualTo(expected.lastMillis());
        assertThat(view.expiryIndex().digest()).isEqualTo(expected.expiryIndex().digest());
    }
}
