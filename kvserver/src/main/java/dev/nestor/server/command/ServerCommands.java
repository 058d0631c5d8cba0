package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Glob;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.KeyOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** About the server itself. */
final class ServerCommands {
    private final ServerFacts server;
    private final ServerControl control;
    private final Information information;

    ServerCommands(ServerFacts server, ServerControl control) {
        this.server = server;
        this.control = control;
        this.information = new Information(server);
    }

    Map<String, Command> all() {
        return Map.ofEntries(
                entry("info", (request, session, nowMillis) -> new Plan.Answer(information.reply(request, nowMillis))),
                entry("config|get", (request, session, nowMillis) -> settings(request)),
                entry("time", (request, session, nowMillis) -> time(nowMillis)),
                entry("flushall", (request, session, nowMillis) -> flush(request)),
                entry("shutdown", (request, session, nowMillis) -> shutDown(request, session)));
    }

    private Plan settings(Request request) {
        List<Glob> patterns = new ArrayList<>();
        for (int index = 2; index < request.size(); index++) {
            patterns.add(Glob.ignoringCase(request.text(index)));
        }
        ReplyMap settings = new ReplyMap();
        server.settings().forEach((name, value) -> {
            if (patterns.stream().anyMatch(pattern -> pattern.matches(name))) {
                settings.put(name, value);
            }
        });
        return new Plan.Answer(settings.reply());
    }

    /** The clock in seconds and microseconds; it ticks in milliseconds. */
    private static Plan time(long nowMillis) {
        Reply seconds = Reply.bulk(Long.toString(nowMillis / 1000));
        Reply micros = Reply.bulk(Long.toString(nowMillis % 1000 * 1000));
        return new Plan.Answer(Reply.array(seconds, micros));
    }

    private static Plan flush(Request request) {
        boolean plain = request.size() == 1;
        boolean known = request.size() == 2 && (request.is(1, "ASYNC") || request.is(1, "SYNC"));
        if (!plain && !known) {
            throw Refusal.syntax();
        }
        return new Plan.WriteAll(new KeyOperation.Flush(), Reply.OK);
    }

    /** Answers nothing when all goes well, as Redis does: the connection ends. Here everything is saved anyway. */
    private Plan shutDown(Request request, Session session) {
        for (int index = 1; index < request.size(); index++) {
            requireKnown(request, index);
        }
        control.shutDown();
        session.close();
        return new Plan.Answer(Reply.OK);
    }

    private static void requireKnown(Request request, int index) {
        if (request.is(index, "ABORT") && request.size() == 2) {
            throw Refusal.of("No shutdown in progress.");
        }
        boolean known = request.is(index, "NOSAVE")
                || request.is(index, "SAVE")
                || request.is(index, "NOW")
                || request.is(index, "FORCE");
        if (!known) {
            throw Refusal.syntax();
        }
    }
}
