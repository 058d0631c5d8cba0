package dev.nestor.broker;

import dev.nestor.broker.ClusterException.Mismatch;
import dev.nestor.broker.ClusterException.Refused;
import dev.nestor.broker.ClusterException.Unavailable;
import dev.nestor.broker.Nodes.Mode;
import dev.nestor.protocol.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cluster that some servers form, or are made to form.
 *
 * @param created whether there was none before
 * @param strangers those of the servers that are not in it
 */
record Attachment(ClusterStatus status, boolean created, List<ServerAddress> strangers) {
    private static final int USUAL_COPIES = 3;
    /** Longer than elsewhere, because this client has just started and is slow itself. */
    private static final Duration ATTEMPT = Duration.ofSeconds(6);

    private static final Duration FORMATION = Duration.ofSeconds(60);

    /** What a server said, if it did. */
    private record Found(ServerAddress server, Optional<ClusterStatus> status) {
        boolean isMember() {
            return status.map(ClusterStatus::isFormed).orElse(false);
        }
    }

    static Attachment to(List<ServerAddress> servers, ClusterSettings settings, Nodes nodes) throws ClusterException {
        List<Found> found = Parallel.map(servers, server -> new Found(server, Members.ask(nodes, server, ATTEMPT)));
        Optional<ClusterStatus> cluster = theCluster(found);
        if (cluster.isPresent()) {
            return existing(cluster.get(), settings, found);
        }
        form(found, settings, nodes);
        ServerAddress first = servers.getFirst();
        ClusterStatus formed = Members.ask(nodes, first, ATTEMPT)
                .filter(ClusterStatus::isFormed)
                .orElseThrow(() -> new Unavailable(first + " formed a cluster and does not answer any more"));
        return new Attachment(formed, true, List.of());
    }

    /** As {@link #to}, but fresh servers stay fresh. */
    static Attachment toExisting(List<ServerAddress> servers, ClusterSettings settings, Nodes nodes)
            throws ClusterException {
        List<Found> found = Parallel.map(servers, server -> new Found(server, Members.ask(nodes, server, ATTEMPT)));
        Optional<ClusterStatus> cluster = theCluster(found);
        if (cluster.isPresent()) {
            return existing(cluster.get(), settings, found);
        }
        if (found.stream().allMatch(server -> server.status().isEmpty())) {
            throw new Unavailable("None of the servers answers: " + servers);
        }
        throw new Mismatch("These servers form no cluster yet: " + servers);
    }

    /** A member may be named in another way than the cluster names it, but then it says that it is one. */
    private static Attachment existing(ClusterStatus status, ClusterSettings settings, List<Found> found)
            throws Mismatch {
        List<ServerAddress> strangers = found.stream()
                .filter(server -> !server.isMember())
                .map(Found::server)
                .filter(server -> !status.addresses().contains(server))
                .toList();
        return new Attachment(checked(status, settings), false, strangers);
    }

    /** The cluster of those servers that belong to one. */
    private static Optional<ClusterStatus> theCluster(List<Found> found) throws Mismatch {
        Map<String, List<ServerAddress>> members = new TreeMap<>();
        for (Found server : found) {
            if (server.isMember()) {
                members.computeIfAbsent(server.status().get().clusterId(), _ -> new ArrayList<>())
                        .add(server.server());
            }
        }
        if (members.size() > 1) {
            throw new Mismatch("These servers belong to different clusters: "
                    + members.values().stream().map(List::toString).collect(Collectors.joining(" and ")));
        }
        return found.stream().filter(Found::isMember).findFirst().flatMap(Found::status);
    }

    private static ClusterStatus checked(ClusterStatus status, ClusterSettings settings) throws Mismatch {
        boolean otherCopies = settings.copies() != ClusterSettings.ANY && settings.copies() != status.copies();
        boolean otherPartitions = settings.partitions() != ClusterSettings.ANY
                && settings.partitions() != status.partitions().size();
        if (otherCopies || otherPartitions) {
            throw new Mismatch("The cluster that is there keeps each key on " + status.copies() + " servers, in "
                    + status.partitions().size() + " partitions; asked for were "
                    + wish(settings) + ". That can't be changed while it holds data");
        }
        return status;
    }

    private static String wish(ClusterSettings settings) {
        List<String> words = new ArrayList<>();
        if (settings.copies() != ClusterSettings.ANY) {
            words.add(settings.copies() + (settings.copies() == 1 ? " server" : " servers"));
        }
        if (settings.partitions() != ClusterSettings.ANY) {
            words.add(settings.partitions() + (settings.partitions() == 1 ? " partition" : " partitions"));
        }
        return String.join(" and ", words);
    }

    private static void form(List<Found> found, ClusterSettings settings, Nodes nodes) throws ClusterException {
        List<ServerAddress> silent = found.stream()
                .filter(server -> server.status().isEmpty())
                .map(Found::server)
                .toList();
        if (silent.size() == found.size()) {
            throw new Unavailable("None of the servers answers: " + silent);
        }
        if (!silent.isEmpty()) {
            throw new Unavailable(
                    "The servers are fresh, and a cluster is formed of all of them; these do not answer: " + silent);
        }
        int copies =
                settings.copies() == ClusterSettings.ANY ? Math.min(USUAL_COPIES, found.size()) : settings.copies();
        List<Object> words = new ArrayList<>(List.of(copies, settings.partitions()));
        found.forEach(server -> words.add(server.server()));
        Invocation creation = Invocation.of("NESTOR.CREATE", words.toArray());
        switch (nodes.send(found.getFirst().server(), Mode.LEADER, creation, FORMATION)) {
            case Attempt.Answered answered -> {
                if (answered.reply() instanceof Failure failure) {
                    throw new Refused("No cluster was formed: " + failure.message());
                }
            }
            case Attempt.NothingDone(String why) -> throw new Unavailable("No cluster was formed: " + why);
            case Attempt.Unknown(String why) ->
                throw new Unavailable("The cluster may not have been formed wholly: " + why + ". Trying again is safe");
        }
    }
}
