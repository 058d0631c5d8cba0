package dev.nestor.server.cluster;

import dev.nestor.protocol.Slot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
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
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a cluster of fresh servers. Whatever goes wrong on the way, the same call again, to any of them, finishes it:
 * a server that already has the map keeps it, and the others get the same one.
 */
public final class Formation {
    private static final Logger log = LoggerFactory.getLogger(Formation.class);
    private static final int LEAST_USUAL_PARTITIONS = 3;
    private static final long ANSWER_SECONDS = 20;
    private static final long LEADERS_SECONDS = 30;
    private static final long PREFERRED_LEADERS_SECONDS = 10;

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
     * @param copies on how many servers each key is to live, 1 to all of them
     * @param partitions how many, 1 to {@link Slot#MOST_PARTITIONS}, or 0 for as many as there are servers, at least 3
     * @throws ClusterException if that can't be done, in words for people
     */
    public void create(int copies, int partitions, List<Address> servers)
            throws ClusterException, InterruptedException {
        int count =
                partitions == 0 ? Math.clamp(servers.size(), LEAST_USUAL_PARTITIONS, Slot.MOST_PARTITIONS) : partitions;
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
        if (identities.values().stream().noneMatch(identity -> identity.id().equals(self.id()))) {
            throw new ClusterException("this server is not among those named: ask one of them");
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
        return existing.orElseGet(() -> drawn(wish, identities));
    }

    /** The first map is the same for the same wish, whoever draws it: two that form a cluster at once form one. */
    private static ClusterMap drawn(Wish wish, Map<Address, PeerAnswer.Identity> identities) {
        List<ServerEntry> servers = identities.entrySet().stream()
                .map(server -> new ServerEntry(
                        server.getValue().id(),
                        server.getKey().host(),
                        server.getKey().port()))
                .sorted(Comparator.comparing(ServerEntry::host).thenComparingInt(ServerEntry::port))
                .toList();
        return ClusterMap.first(clusterId(wish, servers), wish.copies(), wish.partitions(), servers);
    }

    /** The ids of fresh servers were drawn at random, so no two clusters have the same one. */
    private static String clusterId(Wish wish, List<ServerEntry> servers) {
        String text = wish.copies() + " " + wish.partitions() + " " + servers;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private static String describe(ClusterMap map) {
        return String.format(
                Locale.ROOT,
                "%d copies, %d partitions, servers %s",
                map.copies(),
                map.partitions().size(),
                map.servers().stream().map(ServerEntry::address).toList());
    }

    /** The first server before the others: of two different wishes at once it takes one, and the other ends there. */
    private void tellAll(ClusterMap map) throws ClusterException, InterruptedException {
        tell(map, map.servers().subList(0, 1));
        tell(map, map.servers());
    }

    private void tell(ClusterMap map, List<ServerEntry> servers) throws ClusterException, InterruptedException {
        Map<Address, CompletionStage<PeerAnswer>> answers = new LinkedHashMap<>();
        for (ServerEntry server : servers) {
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

    /** Waits until every partition has a leader, and a moment longer until it is the one that the map prefers. */
    private void awaitLeaders(ClusterMap map) throws ClusterException, InterruptedException {
        if (!await(map, partition -> self.leader(partition.number()).isPresent(), LEADERS_SECONDS)) {
            throw new ClusterException("the cluster is formed, but not every partition has its leader yet");
        }
        // Otherwise the first clients are sent from one server to another, which does no harm.
        if (!await(map, this::isLedAsPreferred, PREFERRED_LEADERS_SECONDS)) {
            log.info("not every partition is led by the server that shall lead it yet");
        }
    }

    /** False when not all partitions were like that in time. */
    private boolean await(ClusterMap map, Predicate<PartitionEntry> condition, long seconds)
            throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!map.partitions().stream().allMatch(condition)) {
            try {
                self.nextNews().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException("news never fail", e);
            }
        }
        return true;
    }

    private boolean isLedAsPreferred(PartitionEntry partition) {
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
}
