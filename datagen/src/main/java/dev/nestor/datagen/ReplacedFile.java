package dev.nestor.datagen;

import dev.nestor.commandline.AtExit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there as a whole or not at all: written beside its place under another name and renamed by
 * {@link #commit}. When the process is told to end before, the half-written file is deleted and an older one stays.
 * The new file has the permissions of the older one.
 */
final class ReplacedFile implements Destination {
    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    private final Path target;
    private final Path unfinished;
    private final OutputStream stream;
    private final AtExit atExit;
    private boolean ended;

    ReplacedFile(Path path) throws IOException {
        target = behindLinks(path);
        boolean exists = checkReplaceable();
        // A name of its own: the target's may be as long as names can be.
        String number = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        unfinished = target.resolveSibling(".nestor-" + number + ".unfinished");
        stream = create(unfinished, exists ? Files.getFileAttributeView(target, PosixFileAttributeView.class) : null);
        atExit = new AtExit("delete-unfinished-file", this::deleteAtExit);
    }

    /** What a link points to, be it there or not: the link stays. */
    private static Path behindLinks(Path path) throws IOException {
        Path place = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemException(path.toString(), null, "Too many levels of symbolic links");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    /** A rename would ask neither the file nor, before it is too late, the directory. Returns whether there is a file. */
    private boolean checkReplaceable() throws IOException {
        Path directory = target.resolveSibling("");
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        boolean exists = targetExists();
        Path denied = exists ? target : directory;
        if (!Files.isWritable(denied)) {
            throw new AccessDeniedException(denied.toString());
        }
        return exists;
    }

    /** Unlike {@link Files#exists}, this fails where there cannot be such a file, as its name is too long perhaps. */
    private boolean targetExists() throws IOException {
        try {
            return Files.readAttributes(target, BasicFileAttributes.class).isRegularFile();
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /**
     * Creates the file with the permissions of an older one, at no time with more of them.
     *
     * @param older absent where there is none, or where the file system knows no POSIX permissions
     */
    private static OutputStream create(Path file, @Nullable PosixFileAttributeView older) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (older == null) {
            return Channels.newOutputStream(Files.newByteChannel(file, options));
        }
        Set<PosixFilePermission> permissions = older.readAttributes().permissions();
        var channel = Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(permissions));
        // The process's mask has taken some away.
        Files.setPosixFilePermissions(file, permissions);
        return Channels.newOutputStream(channel);
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
        atExit.forget();
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
