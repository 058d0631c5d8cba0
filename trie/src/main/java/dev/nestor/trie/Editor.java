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
        byte[] near = root == null ? null : Cut.nearest(root, record, offset, length);
        int differs = near == null ? 0 : TrieRecord.mismatch(near, record, offset, length);
        account(record, 1);
        if (near == null) {
            root = record;
        } else if (differs >= 0) {
            insert(record, offset, length, near, differs);
        } else {
            account(near, -1);
            descend(record, offset, length, Integer.MAX_VALUE, 0);
            hang(record);
            return near;
        }
        return null;
    }

    /** Removes the record of a key. Returns it, or null if there is none. */
    public byte @Nullable [] delete(byte[] key) {
        return delete(key, 0, key.length);
    }

    /** Removes the record of the key {@code buffer[offset, offset + length)}. Returns it, or null. */
    public byte @Nullable [] delete(byte[] buffer, int offset, int length) {
        byte[] record = get(buffer, offset, length);
        if (record != null) {
            account(record, -1);
            detach(buffer, offset, length, Integer.MAX_VALUE, 1);
        }
        return record;
    }

    /** Removes all records whose key starts with {@code prefix}. Returns how many they were. */
    public long deletePrefix(byte[] prefix) {
        Object subtree = Trie.subtree(root, prefix);
        if (subtree == null) {
            return 0;
        }
        Cursor removed = new Cursor(subtree, Range.all(), Direction.ASCENDING);
        for (byte[] record = removed.next(); record != null; record = removed.next()) {
            account(record, -1);
        }
        long count = Node.sizeOf(subtree);
        detach(prefix, 0, prefix.length, prefix.length, count);
        return count;
    }

    /** The trie as edited, which later edits do not change. */
    public Trie commit() {
        if (changed) {
            changed = false;
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
        Object at = descend(record, offset, length, depth, 1);
        Node branch;
        if (at instanceof Node node && node.depth == depth) {
            branch = own(node);
        } else {
            branch = new Node4(owner, depth).add(TrieRecord.position(near, depth), at);
        }
        hang(branch.add(TrieRecord.position(record, depth), record));
    }

    /**
     * Cuts off what hangs below the last node on the key's way that branches before {@code limit}. The
     * caller knows that there is something and how many records it holds.
     */
    private void detach(byte[] buffer, int offset, int length, int limit, long count) {
        int last = -1;
        Object at = root;
        while (at instanceof Node node && node.depth < limit) {
            last = node.depth;
            at = node.at(node.position(buffer, offset, length));
        }
        if (last < 0) {
            root = null;
            return;
        }
        Node node = own((Node) descend(buffer, offset, length, last, -count));
        hang(node.remove(node.position(buffer, offset, length)));
    }

    /**
     * Follows the key down past all nodes that branch before {@code limit}, makes them this editor's own
     * and adds {@code growth} to their sizes. Returns what comes next and leaves {@link #parent} and
     * {@link #position} at the place where it hangs.
     */
    private Object descend(byte[] buffer, int offset, int length, int limit, long growth) {
        parent = null;
        Object at = root;
        while (at instanceof Node node && node.depth < limit) {
            Node own = own(node);
            own.size += growth;
            parent = own;
            position = own.position(buffer, offset, length);
            at = own.occupant(position);
        }
        return Objects.requireNonNull(at);
    }

    /** The node that hangs at the current place, this editor's own from now on. */
    private Node own(Node node) {
        if (node.owner == owner) {
            return node;
        }
        Node copy = node.copy(owner).settled();
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
