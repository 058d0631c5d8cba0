package dev.nestor.bench.trie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mutable map from strings; ISO 8859-1 is the cheapest way from bytes to a string. */
class MapStore implements Store {
    private final Map<String, byte[]> map;

    MapStore(Map<String, byte[]> map) {
        this.map = map;
    }

    @Override
    public final void put(byte[] wire, int offset, int length, byte[] value) {
        map.put(new String(wire, offset, length, ISO_8859_1), value.clone());
    }

    @Override
    public final void commit() {}

    @Override
    public final byte @Nullable [] get(byte[] wire, int offset, int length) {
        return map.get(new String(wire, offset, length, ISO_8859_1));
    }
}
