package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.Slot;
import dev.nestor.server.command.ClusterAdmin.Address;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.RecordView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Redis has no command for. */
final class NestorCommands {
    private final ClusterFacts cluster;
    private final ClusterAdmin admin;

    NestorCommands(ClusterFacts cluster, ClusterAdmin admin) {
        this.cluster = cluster;
        this.admin = admin;
    }

    Map<String, Command> all() {
        StatusReplies status = new StatusReplies(cluster);
        return Map.ofEntries(
                entry("nestor.range", (request, session, nowMillis) -> range(request)),
                entry("nestor.count", (request, session, nowMillis) -> count(request)),
                entry("nestor.version", (request, session, nowMillis) -> version(request)),
                entry(
                        "nestor.locate",
                        (request, session, nowMillis) -> new Plan.Answer(status.locate(Slot.of(request.argument(1))))),
                entry("nestor.status", (request, session, nowMillis) -> new Plan.Answer(status.status())),
                entry("nestor.create", (request, session, nowMillis) -> create(request)),
                entry("nestor.peer", (request, session, nowMillis) -> new Plan.Later(admin.peer(request.argument(1)))),
                entry("nestor.join", (request, session, nowMillis) -> new Plan.Later(admin.join(address(request, 1)))),
                entry(
                        "nestor.remove",
                        (request, session, nowMillis) -> new Plan.Later(admin.remove(address(request, 1)))));
    }

    private static Plan range(Request request) {
        RangeQuery query = RangeQuery.of(request);
        return new Plan.ReadAll(query.slot(), query::reply);
    }

    /** How many keys there are, or start with a prefix. As DBSIZE it counts what has expired and is not removed yet. */
    private static Plan count(Request request) {
        CountQuery query = CountQuery.of(request);
        return new Plan.ReadAll(query.slot(), query::reply);
    }

    private static Plan version(Request request) {
        Bytes key = Arguments.key(request, 1);
        return new Plan.Read(key, (view, nowMillis) -> {
            RecordView record = view.get(key, nowMillis);
            return record == null ? Reply.NIL : new Reply.Int(record.version());
        });
    }

    private Plan create(Request request) {
        List<Address> servers = new ArrayList<>();
        for (int index = 3; index < request.size(); index++) {
            servers.add(address(request, index));
        }
        int copies = (int) between(request, 1, 1, servers.size(), "replicas");
        int partitions = (int) between(request, 2, 0, Slot.MOST_PARTITIONS, "partitions");
        return new Plan.Later(admin.create(copies, partitions, servers));
    }

    private static long between(Request request, int index, long least, long most, String name) {
        long number = Arguments.integer(request, index);
        if (number < least || number > most) {
            throw Refusal.of(String.format(Locale.ROOT, "%s must be %d to %d, not %d", name, least, most, number));
        }
        return number;
    }

    private static Address address(Request request, int index) {
        String text = request.text(index);
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw Refusal.of("an address is host:port, not '" + text + "'");
        }
        return new Address(text.substring(0, colon), Integer.parseInt(port));
    }
}
