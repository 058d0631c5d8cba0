package dev.nestor.drill;

import dev.nestor.broker.Cluster;
import dev.nestor.broker.Cursor;
import dev.nestor.broker.Entry;
import dev.nestor.broker.Key;
import dev.nestor.broker.Location;
import dev.nestor.broker.command.FileLoading;
import dev.nestor.broker.repl.OutputFormat;
import dev.nestor.broker.repl.Repl;
import dev.nestor.document.Document;
import dev.nestor.document.Value;
import dev.nestor.drill.local.LocalServer;
import dev.nestor.drill.local.LocalServers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A fixed script on a cluster that was just loaded, and whether everything was as it should be. */
final class DemoCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String KEY = "demo-check";
    private static final Key PEOPLE = Key.of("person");

    private final Cluster cluster;
    private final LocalServers servers;
    private final long records;
    private final PrintWriter out;
    private final Repl repl;
    private boolean right = true;

    DemoCheck(Cluster cluster, LocalServers servers, long records, PrintWriter out) {
        this.cluster = cluster;
        this.servers = servers;
        this.records = records;
        this.out = out;
        this.repl = new Repl(cluster, new FileLoading(cluster), OutputFormat.JSON, ServerCommands.of(servers));
    }

    boolean run() throws IOException {
        Value first = generated(0);
        expect("GET person0", first.toString());
        expect("COUNT", Long.toString(records));
        expect("PUT " + KEY + " {\"a\": {\"b\": [1, 2.50, null]}}", "\"CREATED\"");
        expect("QUERY " + KEY + ".a.b[1]", "2.50");
        expect("PUT " + KEY + " {\"a\": \"again\"}", "\"UPDATED\"");
        expectRefusal("PUT " + KEY + " {\"a\": ");
        expect("GET " + KEY, "{\"a\": \"again\"}");
        expect("DELETE " + KEY, "\"DELETED\"");
        expect("GET " + KEY, "null");
        readAll("with all servers");
        withoutServer(leader("person0"));
        return told();
    }

    private void withoutServer(LocalServer victim) throws IOException {
        expect("KILL " + victim.number(), "\"KILLED\"");
        readAll("without server " + victim.number());
        if (cluster.lastStatus().copies() > 2) {
            expect("PUT " + KEY + " {\"a\": \"meanwhile\"}", "\"CREATED\"");
        }
        expect("START " + victim.number(), "\"STARTED\"");
        await("all servers are well again");
        readAll("with server " + victim.number() + " again");
        if (cluster.lastStatus().copies() > 2) {
            expect("GET " + KEY, "{\"a\": \"meanwhile\"}");
        }
    }

    private LocalServer leader(String key) throws IOException {
        Location location = cluster.locate(Key.of(key));
        return servers.all().stream()
                .filter(server -> location.leader().equals(Optional.of(server.address())))
                .findFirst()
                .orElse(servers.all().getFirst());
    }

    private static Value generated(long index) {
        Value[] document = new Value[1];
        SampleData.generator()
                .forEach(
                        index,
                        index + 1,
                        (key, json) -> document[0] = Document.parse(json).root());
        return document[0];
    }

    /** Types a command and compares the answer, as JSON. */
    private void expect(String command, String answer) {
        String got = answer(command);
        boolean equal = Value.parse(got).equals(Value.parse(answer));
        tell(equal, command + " -> " + got + (equal ? "" : ", expected " + answer));
    }

    private void expectRefusal(String command) {
        String got = answer(command);
        tell(got.startsWith("{\"error\": "), command + " -> " + got);
    }

    private String answer(String command) {
        StringWriter answer = new StringWriter();
        repl.commands(List.of(command), new PrintWriter(answer), new PrintWriter(Writer.nullWriter()));
        return answer.toString().strip();
    }

    /**
     * Compares everything in the cluster with what was loaded. While partitions elect a leader the answer says that it is
     * incomplete, and the question is asked again.
     */
    private void readAll(String when) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Reading reading = read();
        while (!reading.whole() && System.nanoTime() < deadline) {
            reading = read();
        }
        tell(
                reading.equal() == records && reading.whole(),
                "read back " + reading.equal() + " of " + records + " records " + when);
    }

    /**
     * All records, read once.
     *
     * @param equal how many are as they were loaded
     * @param whole whether every partition answered
     */
    private record Reading(long equal, boolean whole) {}

    private Reading read() throws IOException {
        long equal = 0;
        Cursor<Entry> cursor = cluster.range(PEOPLE, PEOPLE.behindPrefix());
        for (Entry entry = cursor.next(); entry != null; entry = cursor.next()) {
            long index =
                    Long.parseLong(entry.key().text().substring(PEOPLE.text().length()));
            equal += index < records && Value.parse(entry.value()).equals(generated(index)) ? 1 : 0;
        }
        return new Reading(equal, cursor.missing().isEmpty());
    }

    private void await(String what) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean well = isWell();
        while (!well && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
            well = isWell();
        }
        tell(well, what);
    }

    private boolean isWell() throws IOException {
        return cluster.status().state().equals("ok");
    }

    private void tell(boolean equal, String what) {
        right &= equal;
        out.println((equal ? "  ok      " : "  WRONG   ") + what);
        out.flush();
    }

    private boolean told() {
        out.println(right ? "Everything was right." : "Something was wrong, see above.");
        out.flush();
        return right;
    }
}
