package dev.nestor.server.command;

import dev.nestor.protocol.Request;
import dev.nestor.server.store.EntryEncoder;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.StoreLimits;
import java.util.Locale;

/**
 * Refuses writes of many large values that no entry of the log holds. The log would refuse them too, but together with
 * whatever shares their entry, and its leader would step down.
 */
final class WriteSize {
    /** What is shorter as a request fits, whatever packing makes of it: at most twice as much, and then some for keys. */
    private static final long SMALL_BYTES = StoreLimits.OPERATION_BYTES / 3;

    private WriteSize() {}

    static void requireFit(Request request, Plan plan) {
        if (plan instanceof Plan.Write write && bytes(request) > SMALL_BYTES) {
            requireFit(write.operation());
        }
    }

    private static long bytes(Request request) {
        long bytes = 0;
        for (int i = 0; i < request.size(); i++) {
            bytes += request.argument(i).length;
        }
        return bytes;
    }

    private static void requireFit(Operation operation) {
        EntryEncoder entry = new EntryEncoder();
        entry.add(operation);
        if (entry.sizeBytes() > StoreLimits.OPERATION_BYTES) {
            throw Refusal.of(String.format(
                    Locale.ROOT,
                    "one command writes at most %d bytes, this one %d",
                    StoreLimits.OPERATION_BYTES,
                    entry.sizeBytes()));
        }
    }
}
