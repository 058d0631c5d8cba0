package dev.nestor.server.store;

import dev.nestor.document.Document;
import dev.nestor.document.path.Path;
import org.jspecify.annotations.Nullable;

/**
 * Guards the memory against a short command that puts a large value into many places: the limits of documents are
 * checked when the new document is there, and by then it may have a million times eight megabytes.
 */
final class Growth {
    private static final int MOST_BYTES = StoreLimits.PACKED_BYTES;

    private Growth() {}

    /** What an edit comes to that writes about so many bytes at each match, if that is far too much, else null. */
    static Outcome.@Nullable LimitExceeded refusal(Document document, Path path, long bytesPerMatch) {
        if (path.isDefinite() || bytesPerMatch * document.packedSize() <= MOST_BYTES) {
            return null; // there are no more matches than bytes
        }
        long bytes = bytesPerMatch * path.matches(document.root()).size();
        return bytes <= MOST_BYTES
                ? null
                : new Outcome.LimitExceeded(
                        StoreLimits.exceeded("bytes in a document", StoreLimits.VALUE_BYTES, bytes));
    }
}
