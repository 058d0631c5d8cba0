package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import java.util.Map;

/** What a client says about itself and its connection, save for what begins with CLIENT. */
final class ConnectionCommands {
    private final Greeting greeting;
    private final Credentials credentials;

    ConnectionCommands(Credentials credentials, ServerFacts server) {
        this.greeting = new Greeting(credentials, server);
        this.credentials = credentials;
    }

    Map<String, Command> all() {
        return Map.ofEntries(
                entry("hello", (request, session, nowMillis) -> greeting.hello(request, session)),
                entry("auth", (request, session, nowMillis) -> authenticate(request, session)),
                entry("quit", (request, session, nowMillis) -> quit(session)),
                entry("reset", (request, session, nowMillis) -> reset(session)),
                entry("ping", (request, session, nowMillis) -> ping(request)),
                entry("echo", (request, session, nowMillis) -> new Plan.Answer(Reply.bulk(request.argument(1)))),
                entry("select", (request, session, nowMillis) -> select(request)),
                entry("readonly", (request, session, nowMillis) -> readFromReplicas(session, true)),
                entry("readwrite", (request, session, nowMillis) -> readFromReplicas(session, false)),
                entry("asking", (request, session, nowMillis) -> ask(session)));
    }

    private Plan authenticate(Request request, Session session) {
        if (request.size() > 3) {
            throw Refusal.syntax();
        }
        if (request.size() == 2 && !credentials.areRequired()) {
            throw Refusal.of("AUTH <password> called without any password configured for the default user."
                    + " Are you sure your configuration is correct?");
        }
        String user = request.size() == 2 ? Credentials.DEFAULT_USER : request.text(1);
        if (!user.equals(Credentials.DEFAULT_USER) || !credentials.accept(request.argument(request.size() - 1))) {
            throw new Refusal(Failure.WRONG_PASSWORD);
        }
        session.authenticate();
        return new Plan.Answer(Reply.OK);
    }

    private static Plan quit(Session session) {
        session.close();
        return new Plan.Answer(Reply.OK);
    }

    private static Plan reset(Session session) {
        session.reset();
        return new Plan.Answer(new Reply.Simple("RESET"));
    }

    private static Plan ping(Request request) {
        Arguments.requireAtMost(2, request, "ping");
        return new Plan.Answer(request.size() == 1 ? new Reply.Simple("PONG") : Reply.bulk(request.argument(1)));
    }

    private static Plan select(Request request) {
        if (Arguments.integer(request, 1) != 0) {
            throw Refusal.of("DB index is out of range");
        }
        return new Plan.Answer(Reply.OK);
    }

    private static Plan readFromReplicas(Session session, boolean wanted) {
        session.readFromReplicas(wanted);
        return new Plan.Answer(Reply.OK);
    }

    private static Plan ask(Session session) {
        session.ask();
        return new Plan.Answer(Reply.OK);
    }
}
