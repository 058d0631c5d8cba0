package dev.nestor.server;

import dev.nestor.server.raft.DiskFilter;
import dev.nestor.server.raft.PeerFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/**
 * What a server meets besides its settings: {@link #NORMAL} but in fault drills.
 *
 * @param peers which servers' messages come in
 * @param disk what stands before the logs' disk
 * @param freeBytes how much space is left where a folder is
 * @param segmentBytes how long one file of a log gets
 * @param snapshotBytes how many bytes of log come between two snapshots
 */
public record Conditions(
        PeerFilter peers, DiskFilter disk, ToLongFunction<Path> freeBytes, long segmentBytes, long snapshotBytes) {
    public static final Conditions NORMAL =
            new Conditions(PeerFilter.OPEN, DiskFilter.SOUND, Conditions::usableBytes, 8L << 20, 128L << 20);

    private static long usableBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
