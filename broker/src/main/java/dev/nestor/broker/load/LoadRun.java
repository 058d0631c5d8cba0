package dev.nestor.broker.load;

import dev.nestor.broker.BulkWriter;
import dev.nestor.broker.ClusterException;
import dev.nestor.commandline.AtExit;
import dev.nestor.commandline.Counted;
import dev.nestor.commandline.StatusLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;

/**
 * One stream on its way into the cluster.
 *
 * @param name what to call it when something is told about it
 * @param size how many bytes there are, 0 if that is not known
 * @param line where to show how far it has come
 */
record LoadRun(String name, long size, BulkWriter writer, Rejects rejects, StatusLine line) {
    private static final int SHOWN_EVERY_RECORDS = 1024;

    /** Loads all of it. Whoever ends the process meanwhile is told how much is stored. */
    Summary load(Input input, String keyField) throws IOException {
        AtExit atExit = new AtExit("tell-unfinished-load", () -> line.printAbove(name + ": stopped" + unfinished()));
        try {
            writer.whileWaiting(() -> show(input));
            send(records(input, keyField), input);
            writer.finish();
            return new Summary(writer.stored(), rejects.count(), input.passed(), line.elapsedNanos() / 1e9);
        } catch (ClusterException | InterruptedIOException e) {
            throw new IOException(name + ": " + e.getMessage() + unfinished(), e);
        } finally {
            atExit.forget();
        }
    }

    private Records records(Input input, String keyField) throws IOException {
        Form form = Form.of(input, keyField);
        if (form == Form.ARRAY) {
            throw new IOException(
                    name + ": this is one JSON array; a load takes a record per line, each with its key in " + keyField
                            + " (jq -c '.[]' makes the lines)");
        }
        return form.records(input, keyField);
    }

    private void send(Records records, Input input) throws IOException {
        long count = 0;
        for (Item item = records.next(); item != null; item = records.next()) {
            switch (item) {
                case Item.Document document -> writer.put(document.line(), document.key(), document.json());
                case Item.Reject reject -> rejects.reject(reject.line(), reject.reason());
            }
            if (++count % SHOWN_EVERY_RECORDS == 0) {
                show(input);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("It was interrupted");
                }
            }
        }
    }

    private void show(Input input) {
        line.show(() -> progress(input.passed()));
    }

    private String unfinished() {
        return ". The load is not complete (" + Counted.of(writer.stored(), "record") + " stored), and may be repeated";
    }

    private String progress(long passed) {
        double seconds = line.elapsedNanos() / 1e9;
        long stored = writer.stored();
        String left =
                size <= passed ? "" : String.format(Locale.ROOT, ", %,.0f s left", (size - passed) * seconds / passed);
        String trouble = writer.trouble();
        return String.format(
                        Locale.ROOT, "%,d records, %,.1f MB, %,.0f records/s", stored, passed / 1e6, stored / seconds)
                + left
                + (trouble.isEmpty() ? "" : " (waits: " + trouble + ")");
    }
}
