package dev.nestor.server;

import com.sun.management.OperatingSystemMXBean;
import dev.nestor.server.cluster.ClusterMap;
import dev.nestor.server.cluster.Member;
import dev.nestor.server.cluster.PartitionEntry;
import dev.nestor.server.cluster.ServerEntry;
import dev.nestor.server.command.ServerFacts;
import dev.nestor.server.raft.Partition;
import dev.nestor.server.raft.RaftReplica;
import dev.nestor.server.store.StoreView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What INFO tells about this server. */
final class ServerReport implements ServerFacts {
    private static final long KIB = 1024;

    private final Identity identity;
    private final Member member;
    private final Supplier<Traffic> traffic;
    private final SortedMap<String, String> settings;

    ServerReport(Identity identity, Member member, Supplier<Traffic> traffic, SortedMap<String, String> settings) {
        this.identity = identity;
        this.member = member;
        this.traffic = traffic;
        this.settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Traffic traffic() {
        return traffic.get();
    }

    @Override
    public Memory memory() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return new Memory(
                used, residentBytes().orElse(runtime.totalMemory()), Math.max(used, peak), runtime.maxMemory());
    }

    @Override
    public Processor processor() {
        long nanos = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
        return new Processor(0, nanos / 1e9);
    }

    @Override
    public List<PartitionFacts> partitions() {
        ClusterMap map = member.map();
        return map == null
                ? List.of()
                : member.partitions().stream()
                        .map(partition -> facts(map, partition))
                        .toList();
    }

    @Override
    public boolean isLoading() {
        return member.isLoading();
    }

    @Override
    public SortedMap<String, String> settings() {
        return settings;
    }

    private PartitionFacts facts(ClusterMap map, Partition partition) {
        PartitionEntry entry = map.partitions().get(partition.number());
        RaftReplica<?> replica = partition.replica();
        StoreView view = partition.view();
        return new PartitionFacts(
                partition.number(),
                entry.slots().first(),
                entry.slots().last(),
                replica.isLeader() ? Role.LEADER : Role.FOLLOWER,
                leader(map, partition),
                new LogProgress(replica.term(), replica.appliedIndex(), replica.lastIndex()),
                view.version(),
                view.digest(),
                view.size(),
                view.expiringSize(),
                view.bytes());
    }

    private @Nullable String leader(ClusterMap map, Partition partition) {
        return member.leader(partition.number())
                .flatMap(map::server)
                .map(ServerEntry::address)
                .orElse(null);
    }

    /** As Linux tells it. */
    private static OptionalLong residentBytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
