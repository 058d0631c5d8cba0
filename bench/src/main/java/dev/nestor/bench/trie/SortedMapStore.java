package dev.nestor.bench.trie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;

/** A mutable map from strings in their order. */
final class SortedMapStore extends MapStore {
    private final SortedMap<String, byte[]> map;

    SortedMapStore(SortedMap<String, byte[]> map) {
        super(map);
        this.map = map;
    }

    @Override
    public int scan(byte[] wire, int offset, int length, int limit) {
        Iterator<Map.Entry<String, byte[]>> entries = map.tailMap(new String(wire, offset, length, ISO_8859_1))
                .entrySet()
                .iterator();
        int sum = 0;
        for (int i = 0; i < limit && entries.hasNext(); i++) {
            Map.Entry<String, byte[]> entry = entries.next();
            sum += entry.getKey().length() + entry.getValue().length;
        }
        return sum;
    }
}
