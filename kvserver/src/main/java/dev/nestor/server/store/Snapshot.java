package dev.nestor.server.store;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A whole state, written out while the store moves on. Every number is big-endian; every checksum is a CRC-32C of all
 * bytes of its part before it.
 *
 * <pre>
 *   header    [magic: 8] [format version: 4] [records: 8] [bytes: 8] [digest: 8] [version: 8] [last millis: 8] [sum: 4]
 *   block     [sequence, from 0: 4] [length: 4] [record length: varint, record] ... [sum: 4]
 *   ...
 *   trailer   [number of blocks: 4] [-1: 4] [sum: 4]
 * </pre>
 *
 * Records come in key order, as they hang in the trie. The index of expiries is not written, the records say it all.
 */
public record Snapshot(StoreView view) {
    static final long MAGIC = 0x4E45_5354_4F52_5331L; // NESTORS1
    static final int FORMAT_VERSION = 1;

    static final int HEADER_BYTES = 8 + 4 + 5 * 8 + 4;
    static final int FRAME_BYTES = 4 + 4;
    static final int SUM_BYTES = 4;

    /** In the place of a block's length: no block follows. */
    static final int TRAILER = -1;

    /** A block has about this many bytes; a larger record has a block of its own. */
    static final int BLOCK_BYTES = 256 << 10;

    /** No block is larger: the longest record in one, with room to spare. */
    static final int MOST_BLOCK_BYTES = StoreLimits.PACKED_BYTES + StoreLimits.KEY_BYTES + BLOCK_BYTES;

    /**
     * Writes the snapshot. May run in any thread.
     *
     * @throws IOException if the stream does
     */
    public void writeTo(OutputStream out) throws IOException {
        new SnapshotWriter(out).write(view);
    }
}
