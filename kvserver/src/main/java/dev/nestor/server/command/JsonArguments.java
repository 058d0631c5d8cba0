package dev.nestor.server.command;

import dev.nestor.document.Document;
import dev.nestor.document.DocumentException;
import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.document.path.PathLimitException;
import dev.nestor.document.path.PathSyntaxException;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the words of JSON commands. */
final class JsonArguments {
    /** Where a command works that names no path: the root, and it answers as RedisJSON 1 did. */
    private static final byte[] DEFAULT_PATH = {'.'};

    private JsonArguments() {}

    static Path path(Request request, int index) {
        return path(request.argument(index));
    }

    /** The path at an index, or the root when the request ends before it. */
    static Path pathOrRoot(Request request, int index) {
        return path(index < request.size() ? request.argument(index) : DEFAULT_PATH);
    }

    private static Path path(byte[] text) {
        try {
            return Path.parse(text);
        } catch (PathSyntaxException | PathLimitException e) {
            throw Refusal.of("invalid path: " + e.getMessage());
        }
    }

    /** A JSON value from its text, packed. */
    static Json value(Request request, int index) {
        return new Json(Bytes.wrap(parse(request.argument(index)).packed()));
    }

    /** The JSON values from one word on to the last. */
    static List<Json> values(Request request, int from) {
        List<Json> values = new ArrayList<>();
        for (int index = from; index < request.size(); index++) {
            values.add(value(request, index));
        }
        return values;
    }

    private static Document parse(byte[] text) {
        try {
            return Document.parse(text);
        } catch (DocumentException e) {
            throw Refusal.of("invalid JSON: " + e.getMessage());
        }
    }

    /** A JSON number, to calculate with. */
    static Json number(Request request, int index) {
        byte[] text = request.argument(index);
        String shown = new String(text, 0, Math.min(text.length, 40), StandardCharsets.UTF_8);
        try {
            Document document = Document.parse(text);
            if (document.root().kind() == Value.Kind.NUMBER) {
                return Json.of(document);
            }
        } catch (DocumentException e) {
            throw Refusal.of("expected a number, found '" + shown + "': " + e.getMessage());
        }
        throw Refusal.of("expected a number, found '" + shown + "'");
    }

    /** A JSON string, to be put behind others. */
    static Json string(Request request, int index) {
        Json json = value(request, index);
        Value.Kind kind = json.value().kind();
        if (kind != Value.Kind.STRING) {
            throw new Refusal(JsonFailures.expected("string", json.value()));
        }
        return json;
    }

    /** Refuses a request that has more words than its command knows what to do with. */
    static void requireAtMost(int words, Request request) {
        if (request.size() > words) {
            throw new Refusal(
                    Failure.wrongArity(new String(request.name(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT)));
        }
    }
}
