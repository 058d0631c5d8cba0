package dev.nestor.bench.system;

import dev.nestor.bench.system.NestorCluster.Shape;
import dev.nestor.bench.system.RedisServer.Durability;
import dev.nestor.server.raft.RaftSettings.Transport;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What a million documents of about 211 bytes cost, and how long a server with them takes to start again. */
final class MillionRecords implements Experiment {
    private static final int RECORDS = 1_000_000;
    private static final int CLIENTS = 512;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(60);
    private static final double TICKS_PER_SECOND = 100;
    private static final double MIB = 1 << 20;

    @Override
    public String name() {
        return "million records";
    }

    @Override
    public List<String> programs() {
        return List.of("redis-server");
    }

    @Override
    public void run(Setting setting, Findings findings) throws IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start(setting.folder(), Durability.NONE);
                NestorCluster nestor = NestorCluster.start(setting.folder(), new Shape(1, 1, 3, Transport.USUAL))) {
            idle(nestor, findings);
            try (NestorTarget target = new NestorTarget(nestor.ports())) {
                fill((client, number, answered) -> target.putJson(key(number), document(number), answered));
            }
            try (PlainTarget target = new PlainTarget(redis.port())) {
                fill((client, number, answered) -> target.put(client, key(number), document(number), answered));
            }
            // The collector gives back what it does not need, but not at once.
            TimeUnit.MILLISECONDS.sleep(REST.toMillis());
            memory(nestor, redis, findings);
            restart(nestor, findings);
        }
    }

    private static void idle(NestorCluster nestor, Findings findings) throws IOException, InterruptedException {
        long pid = nestor.server(nestor.port()).pid();
        long before = processorTicks(pid);
        TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
        double busy = (processorTicks(pid) - before) / TICKS_PER_SECOND / IDLE.toSeconds();
        findings.fact("an empty server's share of a processor", 100 * busy, "%", OptionalDouble.empty());
        findings.fact("an empty server's resident memory", residentBytes(pid) / MIB, "MiB", OptionalDouble.empty());
    }

    private interface Write {
        void send(int client, int number, Target.Answered answered);
    }

    private static void fill(Write write) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ClosedLoop.run(
                (client, answered) -> write.send(client, next.getAndIncrement() % RECORDS, answered),
                CLIENTS,
                () -> next.get() < RECORDS);
    }

    private static void memory(NestorCluster nestor, RedisServer redis, Findings findings)
            throws IOException, InterruptedException {
        long pid = nestor.server(nestor.port()).pid();
        long resident = residentBytes(pid);
        double redisUsed = info(redis.port(), "used_memory") / (double) RECORDS;
        double redisResident = residentBytes(redis.pid()) / (double) RECORDS;
        findings.less(
                "live heap per record of 211 bytes",
                "Redis, used_memory",
                "B",
                liveHeapBytes(pid) / (double) RECORDS,
                redisUsed,
                OptionalDouble.of(1 / 0.6));
        findings.less(
                "resident memory per record",
                "Redis",
                "B",
                resident / (double) RECORDS,
                redisResident,
                OptionalDouble.of(1));
    }

    private static void restart(NestorCluster nestor, Findings findings) throws IOException, InterruptedException {
        nestor.server(nestor.port()).stop();
        long start = System.nanoTime();
        nestor.server(nestor.port()).start();
        try (NestorTarget target = new NestorTarget(nestor.ports())) {
            target.awaitAnswer(key(RECORDS - 1));
        }
        findings.fact(
                "restart with a million records until it serves",
                (System.nanoTime() - start) / 1e9,
                "s",
                OptionalDouble.of(5));
    }

    private static byte[] key(int number) {
        return ("person" + number).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] document(int number) {
        String text = String.format(
                Locale.ROOT,
                "{\"name\":\"Person number %d\",\"address\":{\"street\":\"Rue de la Paix %d\",\"city\":\"Paris\",\"zip\":\"%05d\"},"
                        + "\"birthdate\":%d,\"weight\":%.3f,\"tags\":[\"alpha\",\"beta\",\"gamma\"],\"email\":\"p%d@example.org\",\"active\":true}",
                number,
                number % 200,
                number % 100_000,
                number % 1000,
                number % 100_000 / 1000.0,
                number);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long info(int port, String name) {
        try (RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", port));
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection
                    .sync()
                    .info("memory")
                    .lines()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(name.length() + 1).strip()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What is left after a full collection, by the JDK's own tool. */
    private static long liveHeapBytes(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String total = printed.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd printed no total: " + printed));
        return Long.parseLong(total.strip().split("\\s+", -1)[2]);
    }

    private static long residentBytes(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** User and system time; the name in front of them may hold blanks. */
    private static long processorTicks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
}
