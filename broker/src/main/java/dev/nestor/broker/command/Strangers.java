package dev.nestor.broker.command;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.ServerAddress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Servers of a server file that don't belong to the cluster. Whoever wrote the file thinks that they do. */
final class Strangers {
    private Strangers() {}

    /** Tells of them. Returns whether there are any. */
    static boolean tell(Cluster cluster, Path serverFile, PrintWriter err) {
        List<ServerAddress> strangers = cluster.strangers();
        if (strangers.isEmpty()) {
            return false;
        }
        err.println(serverFile + " names "
                + strangers.stream().map(ServerAddress::toString).collect(Collectors.joining(", "))
                + ", which the cluster does not have.");
        err.flush();
        return true;
    }
}
