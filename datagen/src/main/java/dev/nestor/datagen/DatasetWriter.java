package dev.nestor.datagen;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Writes the records 0 to {@code count - 1} in order, in constant memory.
 *
 * <p>Worker threads fill buffers with a chunk of records each, and the calling thread writes the buffers out in the order
 * of their records and hands them back. There are twice as many buffers as workers, so at most so many chunks are under
 * way. How many records make a chunk follows from their mean size so far, which changes nothing in what is written.
 */
final class DatasetWriter {
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int FIRST_CHUNK_RECORDS = 8;

    /**
     * What a chunk fails with comes with its future. A worker that fails between two chunks, which happens when the heap is
     * full, is replaced; it would print a trace.
     */
    private static final ThreadFactory QUIET_WORKERS =
            Thread.ofPlatform().uncaughtExceptionHandler((_, _) -> {}).factory();

    /** Hears of each chunk that was written: how many records and bytes have been so far. */
    interface Listener {
        void written(long records, long bytes);
    }

    private record Chunk(long end, Future<RecordEncoder> filled) {}

    private final RecordGenerator generator;
    private final RecordFormat format;
    private final int workerCount;

    DatasetWriter(RecordGenerator generator, RecordFormat format, int workerCount) {
        this.generator = generator;
        this.format = format;
        this.workerCount = workerCount;
    }

    /** Returns the number of bytes written. */
    long write(long count, OutputStream out, Listener listener) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(workerCount, QUIET_WORKERS)) {
            return new Run(count, workers).writeTo(out, listener);
        }
    }

    /** The writing of one dataset. Lives on the calling thread; only {@link #fill} leaves it. */
    private final class Run {
        private final long count;
        private final ExecutorService workers;
        private final Deque<RecordEncoder> free = new ArrayDeque<>();
        private final Deque<Chunk> underWay = new ArrayDeque<>();
        private long recordsStarted;
        private long recordsWritten;
        private long bytesWritten;

        Run(long count, ExecutorService workers) {
            this.count = count;
            this.workers = workers;
            for (int i = 0; i < 2 * workerCount; i++) {
                free.add(new RecordEncoder(generator, format));
            }
        }

        long writeTo(OutputStream out, Listener listener) throws IOException {
            while (recordsWritten < count) {
                startChunks();
                Chunk chunk = underWay.remove();
                RecordEncoder encoder = await(chunk.filled);
                encoder.writeTo(out);
                recordsWritten = chunk.end;
                bytesWritten += encoder.size();
                free.add(encoder);
                listener.written(recordsWritten, bytesWritten);
            }
            return bytesWritten;
        }

        private void startChunks() {
            while (recordsStarted < count && !free.isEmpty()) {
                RecordEncoder encoder = free.remove();
                long start = recordsStarted;
                long end = start + Math.min(chunkRecords(), count - start);
                underWay.add(new Chunk(end, workers.submit(() -> fill(encoder, start, end))));
                recordsStarted = end;
            }
        }

        private long chunkRecords() {
            return bytesWritten == 0
                    ? FIRST_CHUNK_RECORDS
                    : Math.max(1, (long) ((double) CHUNK_BYTES * recordsWritten / bytesWritten));
        }
    }

    /** What a worker failed with comes as it is: a full heap has no room for another exception around it. */
    private static RecordEncoder await(Future<RecordEncoder> filled) throws IOException {
        try {
            return filled.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while records were made");
        }
    }

    private static RecordEncoder fill(RecordEncoder encoder, long start, long end) {
        encoder.clear();
        for (long index = start; index < end; index++) {
            encoder.line(index);
        }
        return encoder;
    }
}
