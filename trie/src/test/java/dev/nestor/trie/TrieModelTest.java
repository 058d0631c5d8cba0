package dev.nestor.trie;

import static dev.nestor.trie.Direction.ASCENDING;
import static dev.nestor.trie.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random edits and every question a trie answers, against {@link Model}. */
class TrieModelTest {
    private final Model model = new Model();
    private final MultiGet multiGet = new MultiGet();
    private Trie trie = Trie.empty();
    private Editor editor = trie.edit();

    @ParameterizedTest
    @EnumSource
    void everyAnswer_equalsTheModels(KeySet keys) {
        SplittableRandom random = Seed.random(keys);
        int batches = keys == KeySet.HUGE ? 60 : 600;
        for (int batch = 0; batch < batches; batch++) {
            // The bias swings, so that the trie fills up and empties again and again.
            int deletesPercent = 50 + (int) (45 * Math.sin(batch / 20.0));
            edit(keys, random, deletesPercent, random.nextInt(200));
            TrieCheck.check(editor);
            trie = editor.commit();
            assertThat(trie.bytes())
                    .isEqualTo(
                            model.map.values().stream().mapToLong(r -> r.length).sum());
            for (int i = 0; i < 60; i++) {
                assertAnswers(keys.draw(random), keys.draw(random));
            }
            assertNth(random);
            assertMultiGet(keys, random);
            if (batch % 50 == 0) {
                model.assertSameAs(trie);
                assertThat(rebuilt().digest()).isEqualTo(trie.digest());
            }
        }
        model.assertSameAs(trie);
    }

    @ParameterizedTest
    @EnumSource
    void oldVersions_stayAsTheyWere(KeySet keys) {
        SplittableRandom random = Seed.random(keys);
        List<Trie> versions = new ArrayList<>();
        List<Model> models = new ArrayList<>();
        for (int batch = 0; batch < 60; batch++) {
            edit(keys, random, 40, keys == KeySet.HUGE ? 10 : 100);
            versions.add(editor.commit());
            models.add(new Model(model));
            if (random.nextInt(4) == 0) {
                Editor abandoned = editor.commit().edit();
                abandoned.put(TrieRecord.of(keys.draw(random), new byte[9]));
                abandoned.deletePrefix(new byte[0]);
            }
        }
        for (int i = 0; i < versions.size(); i++) {
            models.get(i).assertSameAs(versions.get(i));
        }
    }

    private void edit(KeySet keys, SplittableRandom random, int deletesPercent, int edits) {
        for (int i = 0; i < edits; i++) {
            byte[] key = keys.draw(random);
            if (random.nextInt(200) == 0) {
                byte[] prefix = Arrays.copyOf(key, random.nextInt(key.length + 1));
                NavigableMap<byte[], byte[]> doomed = model.withPrefix(prefix);
                assertThat(editor.deletePrefix(prefix)).isEqualTo(doomed.size());
                doomed.keySet().forEach(model.map::remove);
            } else if (random.nextInt(100) < deletesPercent) {
                assertThat(editor.delete(key)).isSameAs(model.map.remove(key));
            } else {
                byte[] payload = new byte[random.nextInt(20)];
                random.nextBytes(payload);
                byte[] record = TrieRecord.of(key, payload);
                assertThat(editor.put(record)).isSameAs(model.put(record));
                assertThat(editor.get(key)).isSameAs(record);
            }
            assertThat(editor.size()).isEqualTo(model.map.size());
        }
    }

    private void assertAnswers(byte[] key, byte[] other) {
        byte[] inWire = Arrays.copyOf(new byte[] {'*', '3'}, key.length + 5);
        System.arraycopy(key, 0, inWire, 2, key.length);
        assertThat(trie.get(key)).isSameAs(model.map.get(key));
        assertThat(trie.get(inWire, 2, key.length)).isSameAs(model.map.get(key));
        assertThat(trie.floor(key)).isSameAs(Model.value(model.map.floorEntry(key)));
        assertThat(trie.ceiling(key)).isSameAs(Model.value(model.map.ceilingEntry(key)));
        assertThat(trie.rank(key)).isEqualTo(model.map.headMap(key, false).size());
        assertThat(trie.first()).isSameAs(Model.value(model.map.firstEntry()));
        assertThat(trie.last()).isSameAs(Model.value(model.map.lastEntry()));

        byte[] prefix = Arrays.copyOf(key, Math.min(key.length, other.length));
        assertThat(trie.countPrefix(prefix)).isEqualTo(model.withPrefix(prefix).size());
        assertRange(Range.prefix(prefix));
        assertRange(Range.between(key, other));
        assertRange(Range.from(key));
        assertRange(Range.after(key));
        assertRange(Range.before(key));
    }

    private void assertRange(Range range) {
        NavigableMap<byte[], byte[]> expected = model.in(range);
        assertThat(trie.count(range)).isEqualTo(expected.size());
        assertStartsLike(trie.cursor(range, ASCENDING), expected);
        assertStartsLike(trie.cursor(range, DESCENDING), expected.descendingMap());
    }

    /** Compares only the first records: the ends are met often enough by short ranges. */
    private static void assertStartsLike(Cursor cursor, NavigableMap<byte[], byte[]> expected) {
        int left = 10;
        for (byte[] record : expected.values()) {
            if (left-- == 0) {
                return;
            }
            assertThat(cursor.next()).isSameAs(record);
        }
        assertThat(cursor.next()).isNull();
        assertThat(cursor.next()).isNull();
    }

    private void assertNth(SplittableRandom random) {
        if (trie.size() > 0) {
            long index = random.nextLong(trie.size());
            byte[] record = trie.nth(index);
            assertThat(record).isSameAs(model.map.get(TrieRecord.key(record)));
            assertThat(trie.rank(TrieRecord.key(record))).isEqualTo(index);
        }
    }

    private void assertMultiGet(KeySet keys, SplittableRandom random) {
        multiGet.clear();
        List<byte[]> drawn = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            byte[] key = keys.draw(random);
            drawn.add(key);
            multiGet.add(Arrays.copyOf(key, key.length + 3), 0, key.length);
        }
        multiGet.run(trie);
        assertThat(multiGet.size()).isEqualTo(drawn.size());
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(multiGet.record(i)).isSameAs(model.map.get(drawn.get(i)));
        }
    }

    private Trie rebuilt() {
        TrieBuilder builder = new TrieBuilder();
        model.map.values().forEach(builder::add);
        Trie built = builder.build();
        model.assertSameAs(built);
        return built;
    }
}
