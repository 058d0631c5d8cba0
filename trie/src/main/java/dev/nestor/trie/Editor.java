package dev.nestor.trie;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next trie out of one. Copies each node it touches at most once between two commits, then writes
 * it in place; nothing that it shares with a committed trie is ever written. It sees its own edits. An
 * operation that throws has changed nothing, and an editor that is dropped without a commit leaves no trace.
 *
 * <p>For one thread. May be used on after a commit.
 */
public final class Editor {
    private Trie base;
    private Owner owner = new Owner();
    private @Nullable Object root;
    private long bytes;
    private long digest;

    /** Since the last commit. */
    private boolean changed;

    private final Path path = new Path();

    /** Where {@link #descend} has come to: the last node on the way, null at the root, and the position in it. */
    private @Nullable Node parent;

    private int position;

    Editor(Trie base) {
        this.base = base;
        root = base.root;
        bytes = base.bytes();
        digest = base.digest();
    }

    /** The number of records, as edited. */
    public long size() {
        return root == null ? 0 : Node.sizeOf(root);
    }

    /** The sum of the records' lengths, as edited. */
    public long bytes() {
        return bytes;
    }

    /** {@link Trie#digest} of the records, as edited. */
    public long digest() {
        return digest;
    }

    /** The record of the key {@code buffer[offset, offset + length)} as edited, or null. */
    public byte @Nullable [] get(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        return Trie.find(root, buffer, offset, length);
    }

    /** The record of a key as edited, or null. */
    public byte @Nullable [] get(byte[] key) {
        return Trie.find(root, key, 0, key.length);
    }

    /**
     * Puts a record, which the trie owns from now on.
     *
     * @return the record with the same key that it replaced, or null
     * @throws IllegalArgumentException if the array is not laid out as {@link TrieRecord} says, or its key
     *     is longer than {@link TrieRecord#MAX_KEY_LENGTH}
     */
    public byte @Nullable [] put(byte[] record) {
        TrieRecord.requireRecord(record);
        int offset = TrieRecord.keyOffset(record);
        int length = TrieRecord.keyLength(record);
        if (root == null) {
            account(record, 1);
            root = record;
            return null;
        }
        byte[] near = path.walk(root, record, offset, length);
        int differs = TrieRecord.mismatch(near, record, offset, length);
        account(record, 1);
        if (differs >= 0) {
            insert(record, offset, length, near, differs);
            return null;
        }
        account(near, -1);
        descend(path.height(), record, offset, length, 0);
        hang(record);
        return near;
    }

    /** Removes the record of a key. Returns it, or null if there is none. */
    public byte @Nullable [] delete(byte[] key) {
        return delete(key, 0, key.length);
    }

    /** Removes the record of the key {@code buffer[offset, offset + length)}. Returns it, or null. */
    public byte @Nullable [] delete(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        byte[] near = root == null ? null : path.walk(root, buffer, offset, length);
        if (near == null || !TrieRecord.keyEquals(near, buffer, offset, length)) {
            return null;
        }
        account(near, -1);
        detach(path.height(), buffer, offset, length, 1);
        return near;
    }

    /** Removes all records whose key starts with {@code prefix}. Returns how many they were. */
    public long deletePrefix(byte[] prefix) {
        byte[] near = root == null ? null : path.walk(root, prefix, 0, prefix.length);
        if (near == null || !TrieRecord.startsWith(near, prefix)) {
            return 0;
        }
        int steps = path.nodesBefore(prefix.length);
        Object doomed = steps < path.height() ? path.node(steps) : near;
        Cursor records = new Cursor(doomed, Range.all(), Direction.ASCENDING);
        for (byte[] record = records.next(); record != null; record = records.next()) {
            account(record, -1);
        }
        long count = Node.sizeOf(doomed);
        detach(steps, prefix, 0, prefix.length, count);
        return count;
    }

    /** The trie as edited, which later edits do not change. */
    public Trie commit() {
        if (changed) {
            changed = false;
            path.clear();
            parent = null;
            base = new Trie(root, size(), bytes, digest);
            owner = new Owner();
        }
        return base;
    }

    private void account(byte[] record, int sign) {
        changed = true;
        bytes += (long) sign * record.length;
        digest += sign * RecordHash.of(record);
    }

    /** Hangs a new record where its key leaves that of {@code near}: into a node that branches there, or a new one. */
    private void insert(byte[] record, int offset, int length, byte[] near, int depth) {
        int steps = path.nodesBefore(depth);
        descend(steps, record, offset, length, 1);
        Object at = steps < path.height() ? path.node(steps) : near;
        Node branch = at instanceof Node node && node.depth == depth
                ? own(node)
                : new Node4(owner, depth).add(TrieRecord.position(near, depth), at);
        hang(branch.add(TrieRecord.position(record, depth), record));
    }

    /** Cuts off what hangs below the first {@code steps} nodes of the path, {@code count} records. */
    private void detach(int steps, byte[] buffer, int offset, int length, long count) {
        if (steps == 0) {
            root = null;
        } else {
            descend(steps - 1, buffer, offset, length, -count);
            Node last = own(path.node(steps - 1));
            hang(last.remove(last.position(buffer, offset, length)));
        }
    }

    /**
     * Makes the first {@code steps} nodes of the path this editor's own and adds {@code growth} to their
     * sizes. Leaves {@link #parent} and {@link #position} at the place where the next one hangs.
     */
    private void descend(int steps, byte[] buffer, int offset, int length, long growth) {
        parent = null;
        for (int i = 0; i < steps; i++) {
            Node own = own(path.node(i));
            own.size += growth;
            parent = own;
            position = own.position(buffer, offset, length);
        }
    }

    /** The node that hangs at the current place, this editor's own from now on. */
    private Node own(Node node) {
        if (node.owner == owner) {
            return node;
        }
        Node copy = node.copy(owner);
        hang(copy);
        return copy;
    }

    private void hang(Object subtree) {
        if (parent == null) {
            root = subtree;
        } else {
            parent.replace(position, subtree);
        }
    }

    @Nullable
    Object root() {
        return root;
    }

    Owner owner() {
        return owner;
    }
}
