package dev.nestor.server.store;

import dev.nestor.trie.Cursor;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Range;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Writes a view as {@link Snapshot} says, block by block. */
final class SnapshotWriter {
    private final OutputStream out;
    private ByteBuffer block = emptyBlock(Snapshot.BLOCK_BYTES);
    private int blocks;

    SnapshotWriter(OutputStream out) {
        this.out = out;
    }

    void write(StoreView view) throws IOException {
        writeHeader(view);
        Cursor records = view.records().cursor(Range.all(), Direction.ASCENDING);
        for (byte[] record = records.next(); record != null; record = records.next()) {
            add(record);
        }
        writeBlock();
        writeTrailer();
        out.flush();
    }

    private void writeHeader(StoreView view) throws IOException {
        writeSummed(ByteBuffer.allocate(Snapshot.HEADER_BYTES)
                .putLong(Snapshot.MAGIC)
                .putInt(Snapshot.FORMAT_VERSION)
                .putLong(view.size())
                .putLong(view.bytes())
                .putLong(view.digest())
                .putLong(view.version())
                .putLong(view.lastMillis()));
    }

    private void add(byte[] record) throws IOException {
        int needed = Varint.size(record.length) + record.length + Snapshot.SUM_BYTES;
        if (needed > block.remaining()) {
            writeBlock();
            block = emptyBlock(Math.max(Snapshot.BLOCK_BYTES, Snapshot.FRAME_BYTES + needed));
        }
        int after = Varint.write(block.array(), block.position(), record.length);
        block.position(after).put(record);
    }

    private static ByteBuffer emptyBlock(int capacity) {
        return ByteBuffer.allocate(capacity).position(Snapshot.FRAME_BYTES);
    }

    /** Writes the block as it is by now, if there is anything in it. */
    private void writeBlock() throws IOException {
        int length = block.position() - Snapshot.FRAME_BYTES;
        if (length > 0) {
            block.putInt(0, blocks).putInt(Integer.BYTES, length);
            writeSummed(block);
            blocks++;
        }
    }

    private void writeTrailer() throws IOException {
        writeSummed(ByteBuffer.allocate(Snapshot.FRAME_BYTES + Snapshot.SUM_BYTES)
                .putInt(blocks)
                .putInt(Snapshot.TRAILER));
    }

    private void writeSummed(ByteBuffer part) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(part.array(), 0, part.position());
        part.putInt((int) sum.getValue());
        out.write(part.array(), 0, part.position());
    }
}
