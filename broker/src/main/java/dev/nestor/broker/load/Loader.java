package dev.nestor.broker.load;

import dev.nestor.broker.BulkWriter;
import dev.nestor.broker.Cluster;
import dev.nestor.broker.ClusterException;
import dev.nestor.commandline.StatusLine;
import dev.nestor.commandline.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads files of documents. A file may be a sequence of lines {@code "key": value} with commas or semicolons between
 * members, of lines of objects that name their keys (NDJSON), or one large object of documents; which one it is, it sees
 * by itself. Memory does not grow with the file.
 *
 * <p>Of several records with one key the last one counts. A record that can't be stored is told of, by line and reason,
 * and the others are loaded all the same.
 */
public final class Loader {
    /** The member that names the key of an object, unless another is chosen. */
    public static final String USUAL_KEY_FIELD = KeyedRecords.USUAL_FIELD;

    private final Cluster cluster;
    private final String keyField;
    private final boolean quiet;
    private final PrintWriter err;

    /**
     * A loader into a cluster.
     *
     * @param keyField the member that names the key of an object
     * @param quiet whether to say nothing of single rejects
     * @param err where to tell of rejects and, if it shows on a terminal, of how far the load has come
     */
    public Loader(Cluster cluster, String keyField, boolean quiet, PrintWriter err) {
        this.cluster = cluster;
        this.keyField = keyField;
        this.quiet = quiet;
        this.err = err;
    }

    /**
     * Loads a file.
     *
     * @throws IOException if the file can't be read or has none of the forms, or if the cluster could not store anything
     *     for a while or the thread was interrupted: what was loaded until then stays, and loading the file again is safe
     */
    public Summary load(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": Is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return load(in, file.toString(), Files.size(file));
        }
    }

    /**
     * Loads a stream.
     *
     * @param name what to call it when something is told about it
     * @param size how many bytes there are, 0 if that is not known
     */
    public Summary load(InputStream in, String name, long size) throws IOException {
        StatusLine line = new StatusLine(err, Terminal::showsStandardError, System::nanoTime);
        Rejects rejects = new Rejects(name, quiet, line, Terminal::showsStandardError);
        try (BulkWriter writer = cluster.bulkWriter(rejects::reject)) {
            return new LoadRun(name, size, writer, rejects, line).load(new Input(in), keyField);
        } catch (ClusterException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        } finally {
            line.clear();
        }
    }
}
