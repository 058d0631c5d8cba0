package dev.nestor.server.store;

import dev.nestor.trie.Cursor;
import dev.nestor.trie.Direction;
import dev.nestor.trie.Range;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a view as {@link Snapshot} says, block by block. */
final class SnapshotWriter {
    private final OutputStream out;
    private final BinaryOutput part = new BinaryOutput();
    private int blocks;

    SnapshotWriter(OutputStream out) {
        this.out = out;
    }

    void write(StoreView view) throws IOException {
        writeHeader(view);
        Cursor records = view.records().cursor(Range.all(), Direction.ASCENDING);
        byte[] record = records.next();
        while (record != null) {
            startFrame();
            do {
                part.bytes(Bytes.wrap(record));
                record = records.next();
            } while (record != null && part.size() + record.length <= Snapshot.BLOCK_BYTES);
            finishFrame(part.size() - Snapshot.FRAME_BYTES);
            blocks++;
        }
        startFrame();
        finishFrame(Snapshot.TRAILER);
        out.flush();
    }

    private void writeHeader(StoreView view) throws IOException {
        part.number(Snapshot.MAGIC);
        part.fixedInt(Snapshot.FORMAT_VERSION);
        part.number(view.size());
        part.number(view.bytes());
        part.number(view.digest());
        part.number(view.version());
        part.number(view.lastMillis());
        writePart();
    }

    private void startFrame() {
        part.fixedInt(blocks);
        part.fixedInt(0);
    }

    private void finishFrame(int length) throws IOException {
        part.fixedIntAt(Integer.BYTES, length);
        writePart();
    }

    private void writePart() throws IOException {
        part.fixedInt(part.sum());
        part.writeTo(out);
        part.truncate(0);
    }
}
