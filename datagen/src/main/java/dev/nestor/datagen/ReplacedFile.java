package dev.nestor.datagen;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is there as a whole or not at all: written beside its place under another name and renamed by
 * {@link #commit}. When the process is told to end before, the half-written file is deleted and an older one stays.
 */
final class ReplacedFile implements Destination {
    private final Path target;
    private final Path unfinished;
    private final OutputStream stream;
    private final Thread atExit = new Thread(this::deleteAtExit, "delete-unfinished-file");
    private boolean ended;

    ReplacedFile(Path path) throws IOException {
        // A link stays, and what it points to is replaced.
        target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        checkReplaceable();
        String suffix = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        unfinished = target.resolveSibling(target.getFileName() + "." + suffix + ".unfinished");
        stream = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A rename would ask neither the file nor, before it is too late, the directory. */
    private void checkReplaceable() throws IOException {
        Path directory = target.resolveSibling("");
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        Path denied = Files.exists(target) ? target : directory;
        if (!Files.isWritable(denied)) {
            throw new AccessDeniedException(denied.toString());
        }
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public synchronized void commit() throws IOException {
        if (ended) {
            throw new InterruptedIOException("Interrupted");
        }
        stream.close();
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        ended = true;
    }

    @Override
    public synchronized void close() throws IOException {
        stream.close();
        if (!ended) {
            Files.deleteIfExists(unfinished);
            ended = true;
        }
        forgetAtExit();
    }

    private void forgetAtExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs already, and finds that nothing is left to do.
            assert ended;
        }
    }

    private synchronized void deleteAtExit() {
        if (!ended) {
            ended = true;
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + unfinished, e);
            }
        }
    }
}
