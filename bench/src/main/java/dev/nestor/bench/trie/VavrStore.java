package dev.nestor.bench.trie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vavr.collection.TreeMap;
import org.jspecify.annotations.Nullable;

final class VavrStore implements Store {
    private TreeMap<String, byte[]> map;

    VavrStore(TreeMap<String, byte[]> map) {
        this.map = map;
    }

    @Override
    public void put(byte[] wire, int offset, int length, byte[] value) {
        map = map.put(new String(wire, offset, length, ISO_8859_1), value.clone());
    }

    @Override
    public void commit() {}

    @Override
    public Store fork() {
        return new VavrStore(map);
    }

    @Override
    public byte @Nullable [] get(byte[] wire, int offset, int length) {
        return map.get(new String(wire, offset, length, ISO_8859_1)).getOrNull();
    }
}
