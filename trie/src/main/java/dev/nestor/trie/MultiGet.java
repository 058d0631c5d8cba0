package dev.nestor.trie;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gets many keys at once: a group of them takes one step down the trie before any takes the next, so that
 * the processor waits for the memory of all of them together. When the trie is larger than the processor's
 * caches, this is several times faster than one get after another; and edits of the same keys that follow
 * find in the cache what they need. For one thread; to be used again and again.
 *
 * @see <a href="https://doi.org/10.1109/ICDE.2004.1319989">Chen, Ailamaki, Gibbons, Mowry: Improving Hash
 *     Join Performance through Prefetching (ICDE 2004)</a>, whose group prefetching this is
 */
public final class MultiGet {
    private static final int GROUP = 16;
    private static final byte[] NO_BUFFER = {};

    private byte[][] buffers = new byte[GROUP][];
    private int[] offsets = new int[GROUP];
    private int[] lengths = new int[GROUP];
    private @Nullable Object[] found = new @Nullable Object[GROUP];
    private int size;

    /** Keeps the reads of {@link #touch} alive. */
    @SuppressWarnings("unused") // written only
    private int touched;

    /**
     * Adds the key {@code buffer[offset, offset + length)}, which must stay as it is until the run is over.
     *
     * @throws IndexOutOfBoundsException if the slice is not within the buffer
     */
    public void add(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (size == offsets.length) {
            buffers = Arrays.copyOf(buffers, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            found = Arrays.copyOf(found, size * 2);
        }
        buffers[size] = buffer;
        offsets[size] = offset;
        lengths[size++] = length;
    }

    /** The number of keys that were added. */
    public int size() {
        return size;
    }

    /** Gets all keys from a trie. */
    public void run(Trie trie) {
        run(trie.root);
    }

    /** Gets all keys from a trie as edited. */
    public void run(Editor editor) {
        run(editor.root());
    }

    /** The record of the key that was added as the {@code index}th, from 0, or null; after a run. */
    public byte @Nullable [] record(int index) {
        return (byte[]) found[Objects.checkIndex(index, size)];
    }

    /** Forgets all keys and records. */
    public void clear() {
        Arrays.fill(buffers, 0, size, NO_BUFFER);
        Arrays.fill(found, 0, size, null);
        size = 0;
    }

    private void run(@Nullable Object root) {
        Arrays.fill(found, 0, size, root);
        for (int from = 0; from < size; from += GROUP) {
            int to = Math.min(from + GROUP, size);
            do {
                touched += touch(from, to);
            } while (step(from, to));
            verify(from, to);
        }
    }

    /** Reads from each object that the next step needs: no read depends on another, so they all run at once. */
    private int touch(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            Object at = found[i];
            if (at instanceof Node node) {
                sum += node.depth;
            } else if (at != null) {
                sum += ((byte[]) at).length;
            }
        }
        return sum;
    }

    /** Takes each key one node down. Returns whether there was a node left for any. */
    private boolean step(int from, int to) {
        boolean stepped = false;
        for (int i = from; i < to; i++) {
            if (found[i] instanceof Node node) {
                stepped = true;
                boolean tooShort = node.depth > lengths[i];
                found[i] = tooShort ? null : node.at(node.position(buffers[i], offsets[i], lengths[i]));
            }
        }
        return stepped;
    }

    private void verify(int from, int to) {
        for (int i = from; i < to; i++) {
            byte[] record = (byte[]) found[i];
            if (record != null && !TrieRecord.keyEquals(record, buffers[i], offsets[i], lengths[i])) {
                found[i] = null;
            }
        }
    }
}
