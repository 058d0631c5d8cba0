package dev.nestor.trie;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ordered map from keys to records ({@link TrieRecord}) that never changes. Keys are byte strings in
 * unsigned-lexicographic order; one may be a prefix of another, and the empty key is one.
 *
 * <p>Safe for any number of threads without a lock, even when the reference is handed over by a data race.
 * Keeping a reference keeps a snapshot. The arrays it returns are its own: read them, never write them.
 */
public final class Trie {
    private static final Trie EMPTY = new Trie(null, 0, 0, 0);

    final @Nullable Object root;
    private final long size;
    private final long bytes;
    private final long digest;

    Trie(@Nullable Object root, long size, long bytes, long digest) {
        this.root = root;
        this.size = size;
        this.bytes = bytes;
        this.digest = digest;
    }

    public static Trie empty() {
        return EMPTY;
    }

    /** The number of records. */
    public long size() {
        return size;
    }

    /** The sum of the records' lengths. */
    public long bytes() {
        return bytes;
    }

    /**
     * The sum, modulo 2<sup>64</sup>, of a 64-bit hash of each record: equal for equal contents, however
     * they came about. Finds accidents, does not withstand an adversary.
     */
    public long digest() {
        return digest;
    }

    /** An editor that starts from this trie. */
    public Editor edit() {
        return new Editor(this);
    }

    /** The record of a key, or null. */
    public byte @Nullable [] get(byte[] key) {
        return find(root, key, 0, key.length);
    }

    /**
     * The record of the key {@code buffer[offset, offset + length)}, or null.
     *
     * @throws IndexOutOfBoundsException if the slice is not within the buffer
     */
    public byte @Nullable [] get(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        return find(root, buffer, offset, length);
    }

    static byte @Nullable [] find(@Nullable Object root, byte[] buffer, int offset, int length) {
        Object at = root;
        while (at instanceof Node node) {
            int depth = node.depth;
            if (depth >= length) {
                at = depth == length ? node.entry : null;
                break;
            }
            at = node.child(buffer[offset + depth] & 0xff);
        }
        byte[] record = (byte[]) at;
        return record != null && TrieRecord.keyEquals(record, buffer, offset, length) ? record : null;
    }

    /** The record with the lowest key, or null. */
    public byte @Nullable [] first() {
        return cursor(Range.all(), Direction.ASCENDING).next();
    }

    /** The record with the highest key, or null. */
    public byte @Nullable [] last() {
        return cursor(Range.all(), Direction.DESCENDING).next();
    }

    /** The record with the lowest key that is at least {@code key}, or null. */
    public byte @Nullable [] ceiling(byte[] key) {
        return cursor(Range.from(key), Direction.ASCENDING).next();
    }

    /** The record with the highest key that is at most {@code key}, or null. */
    public byte @Nullable [] floor(byte[] key) {
        byte[] exact = get(key);
        return exact != null
                ? exact
                : cursor(Range.before(key), Direction.DESCENDING).next();
    }

    /** A cursor that stands before the first record of a range, seen in its direction. */
    public Cursor cursor(Range range, Direction direction) {
        return new Cursor(root, range, direction);
    }

    /** The number of records with keys less than {@code key}. */
    public long rank(byte[] key) {
        return Rank.of(root, key);
    }

    /**
     * The record at an index in key order, the first at 0.
     *
     * @throws IndexOutOfBoundsException if the index is negative or not less than {@link #size}
     */
    public byte[] nth(long index) {
        long left = Objects.checkIndex(index, size);
        Object at = Objects.requireNonNull(root);
        while (at instanceof Node node) {
            int position = node.ceilingPosition(Node.ENTRY);
            Object subtree = node.occupant(position);
            for (long here = Node.sizeOf(subtree); left >= here; here = Node.sizeOf(subtree)) {
                left -= here;
                position = node.ceilingPosition(position + 1);
                subtree = node.occupant(position);
            }
            at = subtree;
        }
        return (byte[]) at;
    }

    /** The number of records in a range. */
    public long count(Range range) {
        long end = range.to == null ? size : rank(range.to);
        return Math.max(0, end - rank(range.from));
    }

    /** The number of records whose key starts with {@code prefix}. */
    public long countPrefix(byte[] prefix) {
        Object subtree = subtree(root, prefix);
        return subtree == null ? 0 : Node.sizeOf(subtree);
    }

    /** What holds exactly the records whose key starts with {@code prefix}, or null if there are none. */
    static @Nullable Object subtree(@Nullable Object root, byte[] prefix) {
        Object at = root;
        while (at instanceof Node node && node.depth < prefix.length) {
            at = node.child(prefix[node.depth] & 0xff);
        }
        return at != null && TrieRecord.startsWith(anyRecord(at), prefix) ? at : null;
    }

    private static byte[] anyRecord(Object subtree) {
        Object at = subtree;
        while (at instanceof Node node) {
            at = node.first();
        }
        return (byte[]) at;
    }
}
