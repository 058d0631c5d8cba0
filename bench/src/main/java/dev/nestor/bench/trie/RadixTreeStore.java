package dev.nestor.bench.trie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.googlecode.concurrenttrees.radix.RadixTree;
import org.jspecify.annotations.Nullable;

final class RadixTreeStore implements Store {
    private final RadixTree<byte[]> tree;

    RadixTreeStore(RadixTree<byte[]> tree) {
        this.tree = tree;
    }

    @Override
    public void put(byte[] wire, int offset, int length, byte[] value) {
        tree.put(new String(wire, offset, length, ISO_8859_1), value.clone());
    }

    @Override
    public void commit() {}

    @Override
    public byte @Nullable [] get(byte[] wire, int offset, int length) {
        return tree.getValueForExactKey(new String(wire, offset, length, ISO_8859_1));
    }
}
