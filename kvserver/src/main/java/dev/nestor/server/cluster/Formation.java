package dev.nestor.server.cluster;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a cluster of fresh servers. Whatever goes wrong on the way, the same call again, to any of them, finishes it:
 * a server that already has the map keeps it, and the others get the same one.
 */
public final class Formation {
    private static final Logger log = LoggerFactory.getLogger(Formation.class);
    private static final int PARTITIONS_MIN = 3;
    private static final int PARTITIONS_MAX = 16;
    private static final long ANSWER_SECONDS = 20;
    private static final long LEADERS_SECONDS = 15;
    private static final int ID_BYTES = 20;

    private final Member self;

    /** What the caller wants. */
    private record Wish(int copies, int partitions, List<Address> servers) {
        boolean isFulfilledBy(ClusterMap map) {
            List<String> there =
                    map.servers().stream().map(ServerEntry::address).toList();
            return map.copies() == copies
                    && map.partitions().size() == partitions
                    && new HashSet<>(there)
                            .equals(new HashSet<>(
                                    servers.stream().map(Address::toString).toList()));
        }
    }

    /** A server as the caller names it. */
    public record Address(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public Formation(Member self) {
        this.self = self;
    }

    /**
     * Forms a cluster and waits until its partitions have leaders.
     *
     * @param copies on how many servers each key is to live
     * @param partitions how many, or 0 for as many as there are servers, at least 3 and at most 16
     * @throws ClusterException if that can't be done, in words for people
     */
    public void create(int copies, int partitions, List<Address> servers)
            throws ClusterException, InterruptedException {
        int count = partitions == 0 ? Math.clamp(servers.size(), PARTITIONS_MIN, PARTITIONS_MAX) : partitions;
        Wish wish = new Wish(copies, count, List.copyOf(servers));
        check(wish);
        ClusterMap map = agreed(wish, identities(wish));
        log.info("forming cluster {} of {}", map.clusterId(), servers);
        tellAll(map);
        awaitLeaders(map);
    }

    private static void check(Wish wish) throws ClusterException {
        if (wish.servers().isEmpty()
                || new HashSet<>(wish.servers()).size() < wish.servers().size()) {
            throw new ClusterException("every server must be named, and once");
        }
        if (wish.copies() < 1 || wish.copies() > wish.servers().size()) {
            throw new ClusterException(String.format(
                    Locale.ROOT,
                    "%d copies of each key need as many servers, not %d",
                    wish.copies(),
                    wish.servers().size()));
        }
        if (wish.partitions() < 1 || wish.partitions() > PARTITIONS_MAX) {
            throw new ClusterException(String.format(
                    Locale.ROOT, "there can be 1 to %d partitions, not %d", PARTITIONS_MAX, wish.partitions()));
        }
    }

    private Map<Address, PeerAnswer.Identity> identities(Wish wish) throws ClusterException, InterruptedException {
        Map<Address, PeerAnswer.Identity> identities = new LinkedHashMap<>();
        for (Address address : wish.servers()) {
            PeerAnswer answer = await(address, self.ask(address.host(), address.port(), new PeerMessage.Who()));
            if (!(answer instanceof PeerAnswer.Identity identity)) {
                throw new ClusterException(address + " does not answer like a server of ours: " + answer);
            }
            identities.put(address, identity);
        }
        return identities;
    }

    /** The map that some of the servers have already, if it is the one that is wanted, or a new one. */
    private static ClusterMap agreed(Wish wish, Map<Address, PeerAnswer.Identity> identities) throws ClusterException {
        Optional<ClusterMap> existing = Optional.empty();
        for (Map.Entry<Address, PeerAnswer.Identity> server : identities.entrySet()) {
            ClusterMap map = server.getValue().map();
            if (map != null && !wish.isFulfilledBy(map)) {
                throw new ClusterException(String.format(
                        Locale.ROOT, "%s belongs to a cluster already: %s", server.getKey(), describe(map)));
            }
            existing = existing.or(() -> Optional.ofNullable(map));
        }
        return existing.orElseGet(() -> {
            List<ServerEntry> servers = new ArrayList<>();
            identities.forEach(
                    (address, identity) -> servers.add(new ServerEntry(identity.id(), address.host(), address.port())));
            return ClusterMap.first(newId(), wish.copies(), wish.partitions(), servers);
        });
    }

    private static String describe(ClusterMap map) {
        return String.format(
                Locale.ROOT,
                "%d copies, %d partitions, servers %s",
                map.copies(),
                map.partitions().size(),
                map.servers().stream().map(ServerEntry::address).toList());
    }

    private void tellAll(ClusterMap map) throws ClusterException, InterruptedException {
        Map<Address, CompletionStage<PeerAnswer>> answers = new LinkedHashMap<>();
        for (ServerEntry server : map.servers()) {
            answers.put(
                    new Address(server.host(), server.port()),
                    self.ask(server.host(), server.port(), new PeerMessage.Adopt(map)));
        }
        for (Map.Entry<Address, CompletionStage<PeerAnswer>> answer : answers.entrySet()) {
            if (await(answer.getKey(), answer.getValue()) instanceof PeerAnswer.Refused(String reason)) {
                throw new ClusterException(answer.getKey() + " refuses: " + reason);
            }
        }
    }

    /** Waits until the servers lead that shall, so that the first clients are not sent from one to another. */
    private void awaitLeaders(ClusterMap map) throws ClusterException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEADERS_SECONDS);
        while (!map.partitions().stream().allMatch(this::isLedAsWanted)) {
            try {
                self.nextNews().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new ClusterException("the cluster is formed, but not every partition has its leader yet");
            }
        }
    }

    private boolean isLedAsWanted(PartitionEntry partition) {
        return self.leader(partition.number()).equals(Optional.of(partition.preferredLeader()));
    }

    private static PeerAnswer await(Address address, CompletionStage<PeerAnswer> answer)
            throws ClusterException, InterruptedException {
        try {
            return answer.toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new ClusterException(address + " can't be reached: " + reason(e));
        } catch (TimeoutException e) {
            throw new ClusterException(address + " does not answer");
        }
    }

    private static String reason(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private static String newId() {
        byte[] drawn = new byte[ID_BYTES];
        new SecureRandom().nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
