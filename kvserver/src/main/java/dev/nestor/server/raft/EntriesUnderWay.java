package dev.nestor.server.raft;

/** The entries of one partition that are on their way into the log and not answered yet. Thread-safe. */
final class EntriesUnderWay {
    /** One is on its way to the disks while the next gathers and is sent. More of them would only make them smaller. */
    private static final int MOST = 2;

    private int entries;
    private int operations;

    synchronized boolean hasRoom() {
        return entries < MOST;
    }

    /**
     * How many operations the next entry should have, unless there are no more: as many as are under way. Clients that
     * wait for an answer each would otherwise fall apart into ever more, ever smaller entries, and what an entry costs
     * does not depend on its size.
     */
    synchronized int operations() {
        return operations;
    }

    synchronized void add(WriteBatch batch) {
        entries++;
        operations += batch.size();
    }

    synchronized void remove(WriteBatch batch) {
        entries--;
        operations -= batch.size();
    }
}
