package dev.nestor.bench.trie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lacuna.bifurcan.SortedMap;
import org.jspecify.annotations.Nullable;

/** Bifurcan's linear form is its editor: it changes in place what it owns. */
final class BifurcanStore implements Store {
    private SortedMap<String, byte[]> map;

    BifurcanStore(SortedMap<String, byte[]> map) {
        this.map = map.linear();
    }

    @Override
    public void put(byte[] wire, int offset, int length, byte[] value) {
        map = map.put(new String(wire, offset, length, ISO_8859_1), value.clone());
    }

    @Override
    public void commit() {
        map = map.forked().linear();
    }

    @Override
    public Store fork() {
        commit();
        return new BifurcanStore(map.forked());
    }

    @Override
    public byte @Nullable [] get(byte[] wire, int offset, int length) {
        return map.get(new String(wire, offset, length, ISO_8859_1), null);
    }
}
