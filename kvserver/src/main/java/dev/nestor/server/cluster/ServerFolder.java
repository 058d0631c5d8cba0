package dev.nestor.server.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a server keeps about itself: its id, the cluster's map, and which groups it has opened. Files are replaced whole.
 * While it is open, no other process can use the folder.
 *
 * <pre>
 *   lock   held while the server runs
 *   id     40 hexadecimal digits
 *   map    the cluster map, JSON
 *   groups the Raft groups that were opened here, a line each
 *   raft/  their logs and snapshots
 * </pre>
 */
public final class ServerFolder implements AutoCloseable {
    private static final int ID_BYTES = 20;

    private final Path folder;
    private final FileChannel lockFile;
    private final String id;

    private ServerFolder(Path folder, FileChannel lockFile) throws IOException {
        this.folder = folder;
        this.lockFile = lockFile;
        this.id = readOrDrawId();
    }

    /**
     * Opens the folder, which is made if it does not exist.
     *
     * @throws IOException if it can't be used, in words for people
     */
    public static ServerFolder open(Path folder) throws IOException {
        FileChannel lockFile = lockFile(folder);
        if (tryLock(lockFile) == null) {
            lockFile.close();
            throw new IOException("the folder " + folder + " is in use by another server");
        }
        return new ServerFolder(folder, lockFile);
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw new IOException("the folder " + folder + " can't be used: " + reason(e), e);
        }
    }

    /** What the JDK leaves to the name of an exception is put into words. */
    private static String reason(FileSystemException e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> e.getFile() + " is not a folder";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), "it can't be made");
        };
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** The server's lasting id: 40 hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Where the Raft groups live. */
    public Path raft() {
        return folder.resolve("raft");
    }

    Optional<ClusterMap> map() throws IOException {
        Path file = folder.resolve("map");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.decode(Files.readAllBytes(file), ClusterMap.class));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    void keep(ClusterMap map) throws IOException {
        replace("map", Wire.encode(map));
    }

    /** The groups that were opened here, whose logs must therefore be here. */
    Set<UUID> opened() throws IOException {
        Path file = folder.resolve("groups");
        Set<UUID> groups = new TreeSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> groups.add(UUID.fromString(line)));
        }
        return groups;
    }

    synchronized void noteOpened(Set<UUID> more) throws IOException {
        Set<UUID> groups = opened();
        if (!groups.addAll(more)) {
            return;
        }
        String lines = String.join("\n", groups.stream().map(UUID::toString).toList());
        replace("groups", lines.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private String readOrDrawId() throws IOException {
        Path file = folder.resolve("id");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] drawn = new byte[ID_BYTES];
        new SecureRandom().nextBytes(drawn);
        String text = HexFormat.of().formatHex(drawn);
        replace("id", text.getBytes(StandardCharsets.US_ASCII));
        return text;
    }

    private void replace(String name, byte[] content) throws IOException {
        Path unfinished = folder.resolve(name + ".tmp");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
