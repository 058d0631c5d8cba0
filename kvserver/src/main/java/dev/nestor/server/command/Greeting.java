package dev.nestor.server.command;

import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.protocol.RespVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HELLO: the client says who it is, chooses the protocol's version, and learns whom it talks to. */
final class Greeting {
    /** The version of Redis whose commands and replies ours are like; clients decide by it what they may use. */
    static final String REDIS_VERSION = "7.0.15";

    /** The version of RedisJSON whose commands and replies ours are like, as modules count: 2.6.15. */
    static final int JSON_VERSION = 20615;

    private final Credentials credentials;
    private final ServerFacts server;

    Greeting(Credentials credentials, ServerFacts server) {
        this.credentials = credentials;
        this.server = server;
    }

    Plan hello(Request request, Session session) {
        RespVersion version = request.size() == 1 ? session.version() : version(request);
        boolean authenticates = false;
        String name = null;
        int at = 2;
        while (at < request.size()) {
            switch (request.text(at).toUpperCase(Locale.ROOT)) {
                case "AUTH" -> {
                    requireWords(request, at, 2);
                    requirePassword(request.text(at + 1), request.argument(at + 2));
                    authenticates = true;
                    at += 3;
                }
                case "SETNAME" -> {
                    requireWords(request, at, 1);
                    name = ClientName.of(request, at + 1, "Client names");
                    at += 2;
                }
                default -> throw unknown(request, at);
            }
        }
        requireAuthentication(session, authenticates);
        greet(session, version, authenticates, name);
        return new Plan.Answer(welcome(session));
    }

    private static void greet(Session session, RespVersion version, boolean authenticates, @Nullable String name) {
        if (authenticates) {
            session.authenticate();
        }
        if (name != null) {
            session.rename(name);
        }
        session.speak(version);
    }

    private static RespVersion version(Request request) {
        return switch (new String(request.argument(1), StandardCharsets.ISO_8859_1)) {
            case "2" -> RespVersion.RESP2;
            case "3" -> RespVersion.RESP3;
            case String other
            when other.matches("-?[1-9][0-9]{0,17}|0") -> throw new Refusal(Failure.UNSUPPORTED_VERSION);
            default -> throw Refusal.of("Protocol version is not an integer or out of range");
        };
    }

    private static void requireWords(Request request, int option, int words) {
        if (option + words >= request.size()) {
            throw unknown(request, option);
        }
    }

    private static Refusal unknown(Request request, int option) {
        return Refusal.of("Syntax error in HELLO option '" + request.text(option) + "'");
    }

    private void requirePassword(String user, byte[] password) {
        if (!user.equals(Credentials.DEFAULT_USER) || !credentials.accept(password)) {
            throw new Refusal(Failure.WRONG_PASSWORD);
        }
    }

    private void requireAuthentication(Session session, boolean authenticates) {
        if (credentials.areRequired() && !session.isAuthenticated() && !authenticates) {
            throw new Refusal(new Failure(
                    "NOAUTH",
                    "HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user>"
                            + " <pass> option can be used to authenticate the client and select the RESP protocol"
                            + " version at the same time"));
        }
    }

    private Reply welcome(Session session) {
        return new ReplyMap()
                .put("server", "redis")
                .put("version", REDIS_VERSION)
                .put("proto", session.version().number())
                .put("id", session.id())
                .put("mode", "cluster")
                .put("role", "master")
                .put("modules", Reply.array(json()))
                .put("nestor_version", server.identity().version())
                .reply();
    }

    private static Reply json() {
        return new ReplyMap().put("name", "ReJSON").put("ver", JSON_VERSION).reply();
    }
}
