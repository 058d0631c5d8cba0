package dev.nestor.server.raft;

import java.io.IOException;

/** Stands before every sync of a log. Fault drills make disks slow or broken with it. */
@FunctionalInterface
public interface DiskFilter {
    /** Lets every sync go on. */
    DiskFilter SOUND = () -> {};

    /**
     * Called on the thread that writes a log, which waits for it, before the log is forced to disk.
     *
     * @throws IOException as if the disk had failed
     */
    void beforeSync() throws IOException;
}
