package dev.nestor.server.raft;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.statemachine.SnapshotRetentionPolicy;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one group's replica, one file each: {@code snapshot.TERM_INDEX}. A file under that name is whole: it
 * was written under another name, forced to disk and renamed. The newest {@link #KEPT} are kept, so that a damaged one
 * does not lose the replica.
 */
final class SnapshotFiles implements StateMachineStorage {
    private static final int KEPT = 2;
    private static final String UNFINISHED = ".tmp";
    private static final Pattern NAME = Pattern.compile("snapshot\\.(\\d+)_(\\d+)");

    @Nullable
    private volatile Path folder;

    /** Where Ratis gathers what a leader sends; it renames that to {@link #folder} without forcing it to disk. */
    @Nullable
    private volatile Path received;

    /** Remembered, because Ratis asks several times for every entry. */
    @Nullable
    private volatile SnapshotInfo newest;

    @Override
    public void init(RaftStorage storage) throws IOException {
        folder = storage.getStorageDir().getStateMachineDir().toPath();
        received = storage.getStorageDir().getTmpDir().toPath();
        Files.createDirectories(folder());
        deleteUnfinished();
        findNewest();
    }

    /** What was being written when the process was killed. */
    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder(), "*" + UNFINISHED)) {
            for (Path file : unfinished) {
                Files.delete(file);
            }
        }
    }

    /** Writes a snapshot of the state at a position and makes it durable. */
    void write(LogPosition position, ReplicatedState.Picture picture) throws IOException {
        Path file = file(position);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            BufferedOutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            picture.writeTo(out);
            out.flush();
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder());
        findNewest();
    }

    /** Makes durable what a leader has sent, which then takes the place of all snapshots here. */
    void forceReceived() throws IOException {
        Path root = Objects.requireNonNull(received);
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    force(file);
                }
            }
        }
    }

    /** Makes durable that what was received is in its place. */
    void forcePlace() throws IOException {
        force(Objects.requireNonNull(folder().getParent()));
        findNewest();
    }

    /** The positions of the snapshots, newest first. */
    List<LogPosition> positions() throws IOException {
        List<LogPosition> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(new LogPosition(Long.parseLong(name.group(1)), Long.parseLong(name.group(2))));
                }
            }
        }
        found.sort(Comparator.reverseOrder());
        return found;
    }

    Path file(LogPosition position) {
        return folder().resolve("snapshot." + position.term() + "_" + position.index());
    }

    /** Puts a damaged snapshot aside, for whoever wants to look at it. */
    void setAside(LogPosition position) throws IOException {
        Path file = file(position);
        Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        findNewest();
    }

    /** The snapshot before the newest: as far back as the log must reach, in case the newest is damaged. */
    Optional<LogPosition> fallback() throws IOException {
        List<LogPosition> positions = positions();
        return positions.size() < KEPT ? Optional.empty() : Optional.of(positions.get(KEPT - 1));
    }

    private void findNewest() throws IOException {
        List<LogPosition> positions = positions();
        newest = positions.isEmpty() ? null : info(positions.getFirst());
    }

    @Override
    public @Nullable SnapshotInfo getLatestSnapshot() {
        return newest;
    }

    @Override
    public void format() {
        // A new group starts without snapshots, and its folder is new as well.
    }

    @Override
    public void cleanupOldSnapshots(@Nullable SnapshotRetentionPolicy policy) throws IOException {
        List<LogPosition> positions = positions();
        for (LogPosition old : positions.subList(Math.min(KEPT, positions.size()), positions.size())) {
            Files.deleteIfExists(file(old));
        }
    }

    private SnapshotInfo info(LogPosition position) {
        return new SingleFileSnapshotInfo(new FileInfo(file(position), null), position.toTermIndex());
    }

    /** Of a file or a folder. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path folder() {
        Path known = folder;
        if (known == null) {
            throw new IllegalStateException("the storage is not initialised");
        }
        return known;
    }
}
