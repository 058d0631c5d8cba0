package dev.nestor.server.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What a replica writes to its log and to its disk. */
final class Written {
    private Written() {}

    static byte[] entry(LogEntry entry) {
        EntryEncoder encoder = new EntryEncoder();
        entry.operations().forEach(encoder::add);
        return encoder.encode(entry.stampedMillis());
    }

    static byte[] snapshot(Store store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.freeze().writeTo(out);
        return out.toByteArray();
    }
}
