package dev.nestor.server.store;

import dev.nestor.trie.Editor;
import dev.nestor.trie.Trie;
import dev.nestor.trie.TrieBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * Reads what {@link SnapshotWriter} wrote, in time linear in its bytes, and trusts none of it: every part has a
 * checksum and its place, and the state that comes out must be the one that the header speaks of.
 */
final class SnapshotReader {
    private final InputStream in;
    private final TrieBuilder records = new TrieBuilder();
    private final Editor expiries = Trie.empty().edit();

    /** The block or trailer at hand. */
    private byte[] part = new byte[Snapshot.FRAME_BYTES + Snapshot.BLOCK_BYTES + Snapshot.SUM_BYTES];

    /** How many bytes were read so far, the part at hand included. */
    private long position;

    SnapshotReader(InputStream in) {
        this.in = in;
    }

    StoreView read() throws IOException {
        ByteBuffer header = readHeader();
        long size = header.getLong();
        long bytes = header.getLong();
        long digest = header.getLong();
        long version = header.getLong();
        long lastMillis = header.getLong();
        readBlocks(version);
        StoreView view = new StoreView(records.build(), expiries.commit(), version, lastMillis);
        requireSame("records", size, view.size());
        requireSame("bytes", bytes, view.bytes());
        requireSame("a digest of", digest, view.digest());
        return view;
    }

    private ByteBuffer readHeader() throws IOException {
        byte[] header = new byte[Snapshot.HEADER_BYTES];
        fill(header, 0, header.length, "the header");
        ByteBuffer fields = ByteBuffer.wrap(header);
        if (fields.getLong() != Snapshot.MAGIC) {
            throw damaged("this is no snapshot");
        }
        requireSum(header, header.length, "the header");
        int version = fields.getInt();
        if (version != Snapshot.FORMAT_VERSION) {
            throw damaged(
                    String.format(Locale.ROOT, "the format version is %d, not %d", version, Snapshot.FORMAT_VERSION));
        }
        return fields;
    }

    private void readBlocks(long version) throws IOException {
        int sequence = 0;
        for (int length = readFrame(sequence); length != Snapshot.TRAILER; length = readFrame(sequence)) {
            String name = "block " + sequence;
            if (length <= 0 || length > Snapshot.MOST_BLOCK_BYTES) {
                throw damaged(String.format(Locale.ROOT, "%s can't have %d bytes", name, length));
            }
            readRest(length, name, sequence);
            addRecords(Snapshot.FRAME_BYTES + length, version, name);
            sequence++;
        }
        readRest(0, "the trailer", sequence);
        if (in.read() >= 0) {
            throw damaged("there are bytes after the trailer");
        }
    }

    /** Reads how a block or the trailer starts, and returns the length that it says. */
    private int readFrame(int sequence) throws IOException {
        fill(part, 0, Snapshot.FRAME_BYTES, "block " + sequence);
        return ByteBuffer.wrap(part).getInt(Integer.BYTES);
    }

    private void readRest(int length, String name, int sequence) throws IOException {
        int end = Snapshot.FRAME_BYTES + length + Snapshot.SUM_BYTES;
        if (end > part.length) {
            part = Arrays.copyOf(part, end);
        }
        fill(part, Snapshot.FRAME_BYTES, length + Snapshot.SUM_BYTES, name);
        requireSum(part, end, name);
        int found = ByteBuffer.wrap(part).getInt();
        if (found != sequence) {
            throw damaged(String.format(Locale.ROOT, "block %d comes where block %d should", found, sequence));
        }
    }

    private void addRecords(int end, long version, String name) throws IOException {
        int at = Snapshot.FRAME_BYTES;
        try {
            while (at < end) {
                long length = Varint.read(part, at);
                int from = at + Varint.size(length);
                if (length > end - from) {
                    throw damaged("a record reaches past the end of " + name);
                }
                at = from + (int) length;
                add(Arrays.copyOfRange(part, from, at), version);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(
                    damaged("there is no proper record in " + name).getMessage(), e);
        }
    }

    private void add(byte[] bytes, long version) {
        records.add(bytes);
        RecordView record = RecordView.of(bytes);
        if (record.version() < 1 || record.version() > version) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "version %d in a partition at version %d", record.version(), version));
        }
        if (record.expiryMillis() != RecordView.NEVER) {
            expiries.put(ExpiryIndex.record(record));
        }
    }

    private void fill(byte[] target, int from, int length, String name) throws IOException {
        int read = in.readNBytes(target, from, length);
        position += read;
        if (read < length) {
            throw damaged(String.format(Locale.ROOT, "%d bytes of %s are missing", length - read, name));
        }
    }

    private void requireSum(byte[] summedPart, int length, String name) throws IOException {
        int summed = length - Snapshot.SUM_BYTES;
        CRC32C sum = new CRC32C();
        sum.update(summedPart, 0, summed);
        if (ByteBuffer.wrap(summedPart).getInt(summed) != (int) sum.getValue()) {
            throw damaged(String.format(Locale.ROOT, "the checksum of %s is wrong", name));
        }
    }

    private void requireSame(String what, long announced, long found) throws IOException {
        if (announced != found) {
            throw damaged(
                    String.format(Locale.ROOT, "the header announces %s %d, found are %d", what, announced, found));
        }
    }

    private IOException damaged(String problem) {
        return new IOException(
                String.format(Locale.ROOT, "The snapshot is damaged: %s, at byte %d", problem, position));
    }
}
