package dev.nestor.server.command;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.command.ServerFacts.PartitionFacts;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;

/** INFO: figures about the server by section, under the names that Redis's tools read. */
final class Information {

    /** The sections in the order in which they are told. */
    private enum Section {
        SERVER,
        CLIENTS,
        MEMORY,
        PERSISTENCE,
        STATS,
        REPLICATION,
        CPU,
        MODULES,
        ERRORSTATS,
        CLUSTER,
        KEYSPACE,
        PARTITIONS
    }

    private final ServerFacts server;

    Information(ServerFacts server) {
        this.server = server;
    }

    /** The sections asked for, all of them if none is; one that does not exist says nothing. */
    Reply reply(Request request, long nowMillis) {
        InfoText text = new InfoText();
        for (Section section : wanted(request)) {
            String name = section.name().toLowerCase(Locale.ROOT);
            text.section(title(section, name));
            write(section, text, nowMillis);
        }
        return new Reply.Verbatim("txt", text.toString());
    }

    private static String title(Section section, String name) {
        return section == Section.CPU ? "CPU" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Set<Section> wanted(Request request) {
        Set<Section> wanted = EnumSet.noneOf(Section.class);
        for (int index = 1; index < request.size(); index++) {
            String word = request.text(index).toUpperCase(Locale.ROOT);
            switch (word) {
                case "ALL", "DEFAULT", "EVERYTHING" -> wanted.addAll(EnumSet.allOf(Section.class));
                default ->
                    EnumSet.allOf(Section.class).stream()
                            .filter(section -> section.name().equals(word))
                            .forEach(wanted::add);
            }
        }
        return request.size() == 1 ? EnumSet.allOf(Section.class) : wanted;
    }

    private void write(Section section, InfoText text, long nowMillis) {
        switch (section) {
            case SERVER -> server(text, nowMillis);
            case CLIENTS -> clients(text);
            case MEMORY -> memory(text);
            case PERSISTENCE -> persistence(text);
            case STATS -> stats(text);
            case REPLICATION -> replication(text);
            case CPU -> processor(text);
            case MODULES ->
                text.line(String.format(Locale.ROOT, "module:name=ReJSON,ver=%d,api=1", Greeting.JSON_VERSION));
            case ERRORSTATS -> {}
            case CLUSTER -> text.field("cluster_enabled", 1);
            case KEYSPACE -> keyspace(text);
            case PARTITIONS -> partitions(text);
        }
    }

    private void server(InfoText text, long nowMillis) {
        ServerFacts.Identity identity = server.identity();
        long upSeconds = Math.max(0, (nowMillis - identity.startedMillis()) / 1000);
        text.field("redis_version", Greeting.REDIS_VERSION)
                .field("nestor_version", identity.version())
                .field("redis_mode", "cluster")
                .field("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .field("arch_bits", 64)
                .field("process_id", ProcessHandle.current().pid())
                .field("run_id", identity.runId())
                .field("tcp_port", identity.port())
                .field("server_time_usec", nowMillis * 1000)
                .field("uptime_in_seconds", upSeconds)
                .field("uptime_in_days", upSeconds / 86_400);
    }

    private void clients(InfoText text) {
        ServerFacts.Traffic traffic = server.traffic();
        text.field("connected_clients", traffic.connectedClients())
                .field("maxclients", traffic.maxClients())
                .field("blocked_clients", 0);
    }

    private void memory(InfoText text) {
        ServerFacts.Memory memory = server.memory();
        text.field("used_memory", memory.usedBytes())
                .field("used_memory_human", InfoText.humanBytes(memory.usedBytes()))
                .field("used_memory_rss", memory.residentBytes())
                .field("used_memory_rss_human", InfoText.humanBytes(memory.residentBytes()))
                .field("used_memory_peak", memory.peakBytes())
                .field("used_memory_peak_human", InfoText.humanBytes(memory.peakBytes()))
                .field("used_memory_dataset", total(PartitionFacts::sizeBytes))
                .field("maxmemory", memory.maxBytes())
                .field("maxmemory_human", InfoText.humanBytes(memory.maxBytes()))
                .field("maxmemory_policy", "noeviction")
                .field("mem_fragmentation_ratio", ratio(memory.residentBytes(), memory.usedBytes()));
    }

    private static String ratio(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f", whole == 0 ? 0 : (double) part / whole);
    }

    /** Every write that was acknowledged is on disk, which is what Redis calls an append-only file. */
    private void persistence(InfoText text) {
        text.field("loading", server.isLoading() ? 1 : 0)
                .field("rdb_changes_since_last_save", 0)
                .field("rdb_bgsave_in_progress", 0)
                .field("rdb_last_bgsave_status", "ok")
                .field("aof_enabled", 1)
                .field("aof_rewrite_in_progress", 0)
                .field("aof_last_write_status", "ok");
    }

    private void stats(InfoText text) {
        ServerFacts.Traffic traffic = server.traffic();
        text.field("total_connections_received", traffic.connectionsReceived())
                .field("total_commands_processed", traffic.commandsProcessed())
                .field("instantaneous_ops_per_sec", traffic.commandsPerSecond())
                .field("total_net_input_bytes", traffic.inputBytes())
                .field("total_net_output_bytes", traffic.outputBytes())
                .field("rejected_connections", traffic.connectionsRejected())
                .field("expired_keys", traffic.expiredKeys())
                .field("evicted_keys", 0)
                .field("keyspace_hits", traffic.keyHits())
                .field("keyspace_misses", traffic.keyMisses());
    }

    /** Each partition has replicas of its own: see the section of partitions. To Redis's tools this is a master. */
    private void replication(InfoText text) {
        text.field("role", "master")
                .field("connected_slaves", 0)
                .field("master_replid", server.identity().runId());
    }

    private void processor(InfoText text) {
        ServerFacts.Processor processor = server.processor();
        text.field("used_cpu_sys", seconds(processor.systemSeconds()))
                .field("used_cpu_user", seconds(processor.userSeconds()));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    /** The keys of the partitions led here, so that the sum over all servers is right. */
    private void keyspace(InfoText text) {
        long keys = led(PartitionFacts::records);
        if (keys > 0) {
            text.line(String.format(
                    Locale.ROOT, "db0:keys=%d,expires=%d,avg_ttl=0", keys, led(PartitionFacts::expiring)));
        }
    }

    private void partitions(InfoText text) {
        for (PartitionFacts partition : server.partitions()) {
            text.line(String.format(
                    Locale.ROOT,
                    "partition%d:slots=%d-%d,role=%s,leader=%s,term=%d,applied=%d,last=%d,"
                            + "version=%d,digest=%016x,keys=%d,expires=%d,bytes=%d",
                    partition.number(),
                    partition.firstSlot(),
                    partition.lastSlot(),
                    partition.role().name().toLowerCase(Locale.ROOT),
                    partition.leader() == null ? "" : partition.leader(),
                    partition.log().term(),
                    partition.log().applied(),
                    partition.log().last(),
                    partition.version(),
                    partition.digest(),
                    partition.records(),
                    partition.expiring(),
                    partition.sizeBytes()));
        }
    }

    private long led(ToLongFunction<PartitionFacts> figure) {
        return server.partitions().stream()
                .filter(partition -> partition.role() == ServerFacts.Role.LEADER)
                .mapToLong(figure)
                .sum();
    }

    private long total(ToLongFunction<PartitionFacts> figure) {
        return server.partitions().stream().mapToLong(figure).sum();
    }
}
