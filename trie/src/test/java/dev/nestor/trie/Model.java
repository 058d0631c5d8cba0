package dev.nestor.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dumb model of a trie: a {@link TreeMap} from key to record. */
final class Model {
    final TreeMap<byte[], byte[]> map;

    Model() {
        map = new TreeMap<>(Arrays::compareUnsigned);
    }

    Model(Model from) {
        map = new TreeMap<>(from.map);
    }

    byte @Nullable [] put(byte[] record) {
        return map.put(TrieRecord.key(record), record);
    }

    NavigableMap<byte[], byte[]> in(Range range) {
        byte[] to = range.to;
        if (to == null) {
            return map.tailMap(range.from, true);
        }
        boolean ordered = Arrays.compareUnsigned(range.from, to) <= 0;
        return map.subMap(ordered ? range.from : to, true, to, false);
    }

    NavigableMap<byte[], byte[]> withPrefix(byte[] prefix) {
        int[] end = {0};
        map.tailMap(prefix, true).keySet().stream()
                .takeWhile(key ->
                        key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length))
                .forEach(key -> end[0]++);
        TreeMap<byte[], byte[]> found = new TreeMap<>(Arrays::compareUnsigned);
        map.tailMap(prefix, true).entrySet().stream()
                .limit(end[0])
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** The trie holds the model's records, the very same arrays, in both directions, and is sound. */
    void assertSameAs(Trie trie) {
        TrieCheck.check(trie);
        assertThat(trie.size()).isEqualTo(map.size());
        assertSame(records(trie.cursor(Range.all(), Direction.ASCENDING)), map);
        assertSame(records(trie.cursor(Range.all(), Direction.DESCENDING)), map.descendingMap());
    }

    static List<byte[]> records(Cursor cursor) {
        List<byte[]> records = new ArrayList<>();
        for (byte[] record = cursor.next(); record != null; record = cursor.next()) {
            records.add(record);
        }
        return records;
    }

    static void assertSame(List<byte[]> records, NavigableMap<byte[], byte[]> expected) {
        assertThat(records)
                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                .containsExactlyElementsOf(expected.values());
    }

    static byte @Nullable [] value(java.util.Map.@Nullable Entry<byte[], byte[]> entry) {
        return entry == null ? null : entry.getValue();
    }
}
