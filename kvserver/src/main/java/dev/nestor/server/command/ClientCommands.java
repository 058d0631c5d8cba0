package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** CLIENT: connections, seen from one of them. */
final class ClientCommands {
    private final Clients clients;

    ClientCommands(Clients clients) {
        this.clients = clients;
    }

    Map<String, Command> all() {
        return Map.ofEntries(
                entry("client|getname", (request, session, nowMillis) -> name(session)),
                entry("client|setname", (request, session, nowMillis) -> rename(request, session)),
                entry("client|id", (request, session, nowMillis) -> new Plan.Answer(new Reply.Int(session.id()))),
                entry("client|info", (request, session, nowMillis) -> text(ClientLine.of(session, nowMillis))),
                entry("client|list", (request, session, nowMillis) -> list(request, nowMillis)),
                entry("client|setinfo", (request, session, nowMillis) -> describe(request, session)),
                entry(
                        "client|no-evict",
                        (request, session, nowMillis) -> toggle(request, session, ClientCommands::spare)),
                entry(
                        "client|no-touch",
                        (request, session, nowMillis) -> toggle(request, session, Session::spareKeys)));
    }

    private static void spare(Session session, boolean wanted) {
        session.evictable(!wanted);
    }

    private static Plan name(Session session) {
        return new Plan.Answer(session.name().isEmpty() ? Reply.NIL : Reply.bulk(session.name()));
    }

    private static Plan rename(Request request, Session session) {
        session.rename(ClientName.of(request, 2, "Client names"));
        return new Plan.Answer(Reply.OK);
    }

    private static Plan describe(Request request, Session session) {
        switch (request.text(2).toLowerCase(Locale.ROOT)) {
            case "lib-name" -> session.useLibrary(ClientName.of(request, 3, "lib-name"));
            case "lib-ver" -> session.useLibraryVersion(ClientName.of(request, 3, "lib-ver"));
            default -> throw Refusal.of("Unrecognized option '" + request.text(2) + "'");
        }
        return new Plan.Answer(Reply.OK);
    }

    private static Plan toggle(Request request, Session session, BiConsumer<Session, Boolean> change) {
        switch (request.text(2).toLowerCase(Locale.ROOT)) {
            case "on" -> change.accept(session, true);
            case "off" -> change.accept(session, false);
            default -> throw Refusal.syntax();
        }
        return new Plan.Answer(Reply.OK);
    }

    private static Plan text(String text) {
        return new Plan.Answer(new Reply.Verbatim("txt", text));
    }

    private Plan list(Request request, long nowMillis) {
        Collection<Session> sessions = clients.sessions();
        return text(sessions.stream()
                .filter(wanted(request))
                .map(session -> ClientLine.of(session, nowMillis))
                .collect(Collectors.joining()));
    }

    private static Predicate<Session> wanted(Request request) {
        if (request.size() == 2) {
            return session -> true;
        }
        if (request.size() == 4 && request.is(2, "TYPE")) {
            boolean normal = isNormal(request.text(3));
            return session -> normal;
        }
        if (request.size() > 3 && request.is(2, "ID")) {
            Set<Long> ids = ids(request);
            return session -> ids.contains(session.id());
        }
        throw Refusal.syntax();
    }

    /** Every client is a normal one here; Redis has other types too. */
    private static boolean isNormal(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "normal" -> true;
            case "master", "replica", "slave", "pubsub" -> false;
            default -> throw Refusal.of("Unknown client type '" + type + "'");
        };
    }

    private static Set<Long> ids(Request request) {
        Set<Long> ids = new HashSet<>();
        for (int index = 3; index < request.size(); index++) {
            ids.add(Arguments.integerOr(request, index, Failure.err("Invalid client ID")));
        }
        return ids;
    }
}
