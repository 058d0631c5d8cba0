package dev.nestor.bench.trie;

import dev.nestor.trie.Cursor;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Editor;
import dev.nestor.trie.Range;
import dev.nestor.trie.Trie;
import dev.nestor.trie.TrieRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

final class TrieStore implements Store {
    private final Editor editor;
    private Trie trie;

    TrieStore(Trie trie) {
        this.trie = trie;
        editor = trie.edit();
    }

    @Override
    public void put(byte[] wire, int offset, int length, byte[] value) {
        byte[] record = TrieRecord.allocate(wire, offset, length, value.length);
        System.arraycopy(value, 0, record, record.length - value.length, value.length);
        editor.put(record);
    }

    @Override
    public void commit() {
        trie = editor.commit();
    }

    @Override
    public Store fork() {
        return new TrieStore(trie);
    }

    @Override
    public byte @Nullable [] get(byte[] wire, int offset, int length) {
        return trie.get(wire, offset, length);
    }

    @Override
    public int scan(byte[] wire, int offset, int length, int limit) {
        Cursor cursor = trie.cursor(Range.from(Arrays.copyOfRange(wire, offset, offset + length)), Direction.ASCENDING);
        int sum = 0;
        byte[] record = cursor.next();
        for (int i = 0; i < limit && record != null; i++) {
            sum += record.length;
            record = cursor.next();
        }
        return sum;
    }
}
