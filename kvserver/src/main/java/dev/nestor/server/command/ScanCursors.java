package dev.nestor.server.command;

import dev.nestor.server.store.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the SCANs that are under way have come to: numbers that clients hold, and the places they stand for.
 *
 * <p>A place is a key, and no key fits into the 64 bits of a cursor. An ordinal would: but whoever deletes what a scan
 * has shown him would then skip as many keys. So the server remembers the places, and a scan gives every key that is
 * there from its beginning to its end, whatever is written meanwhile, and none twice.
 *
 * <p>What was not used for longest is forgotten first, from a number of places or bytes on. A cursor that is unknown,
 * of another server or of one that has restarted since, is none; its number is 21 random bits of the server and 32 bits
 * of a count, which every client can hold. Safe for use by any thread.
 */
final class ScanCursors {
    /** How many places are remembered. */
    static final int PLACES = 1 << 14;

    /** How many bytes of keys are remembered. */
    static final long KEY_BYTES = 16 << 20;

    private static final int COUNT_BITS = 32;

    /** Together with the count a number has 53 bits, so that it is a whole number in a {@code double} too. */
    private static final int SERVER_BITS = 21;

    /**
     * A place between keys.
     *
     * @param slot a slot of the partition that the scan is in
     * @param lastKey the key that the place is behind; null for one before all keys of the partition
     */
    record Place(int slot, @Nullable Bytes lastKey) {
        static final Place START = new Place(0, null);

        private long sizeBytes() {
            return lastKey == null ? 0 : lastKey.length();
        }
    }

    private final Map<Long, Place> places = new LinkedHashMap<>(16, 0.75f, true);
    private final long server;
    private long count;
    private long sizeBytes;

    /**
     * Cursors of one server.
     *
     * @param random any bits, others in each run of each server
     */
    ScanCursors(long random) {
        this.server = (random >>> (Long.SIZE - SERVER_BITS)) << COUNT_BITS;
    }

    /** A number for a place. Never 0, which means the beginning and the end. */
    synchronized long remember(Place place) {
        count = count % ((1L << COUNT_BITS) - 1) + 1;
        long cursor = server | count;
        places.put(cursor, place);
        sizeBytes += place.sizeBytes();
        forgetOldest();
        return cursor;
    }

    private void forgetOldest() {
        var oldestFirst = places.values().iterator();
        while (places.size() > PLACES || sizeBytes > KEY_BYTES) {
            sizeBytes -= oldestFirst.next().sizeBytes();
            oldestFirst.remove();
        }
    }

    /** How many places are remembered now. */
    synchronized int places() {
        return places.size();
    }

    /** The place of a number, which stays valid, so that a client may ask again; or null. */
    synchronized @Nullable Place find(long cursor) {
        return places.get(cursor);
    }
}
