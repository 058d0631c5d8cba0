package dev.nestor.bench.trie;

import dev.nestor.trie.Cursor;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Editor;
import dev.nestor.trie.MultiGet;
import dev.nestor.trie.Range;
import dev.nestor.trie.Trie;
import dev.nestor.trie.TrieRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

final class TrieStore implements Store {
    /** So few that what a group has brought into the cache is still there when it is put. */
    private static final int GROUP = 50;

    private final MultiGet multiGet = new MultiGet();
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
    public void putAll(Wire wire, int from, int to, byte[] value) {
        for (int group = from; group < to; group += GROUP) {
            int end = Math.min(group + GROUP, to);
            collect(wire, group, end);
            multiGet.run(editor);
            Store.super.putAll(wire, group, end, value);
        }
    }

    @Override
    public int getAll(Wire wire, int from, int to) {
        collect(wire, from, to);
        multiGet.run(trie);
        int found = 0;
        for (int i = 0; i < multiGet.size(); i++) {
            found += multiGet.record(i) == null ? 0 : 1;
        }
        return found;
    }

    private void collect(Wire wire, int from, int to) {
        multiGet.clear();
        for (int i = from; i < to; i++) {
            multiGet.add(wire.buffer, wire.offset(i), wire.length(i));
        }
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
