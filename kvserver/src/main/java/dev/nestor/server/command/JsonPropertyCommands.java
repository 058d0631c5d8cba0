package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.document.Members;
import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON commands that tell about values without showing them: types, lengths, names, sizes. */
final class JsonPropertyCommands {
    private JsonPropertyCommands() {}

    static Map<String, Command> all() {
        return Map.ofEntries(
                entry("json.type", JsonPropertyCommands::type),
                entry("json.debug|memory", (request, session, nowMillis) -> memory(request)),
                entry("json.strlen", stringLength()),
                entry("json.arrlen", arrayLength()),
                entry("json.objlen", objectLength()),
                entry("json.objkeys", objectNames()));
    }

    private static Command stringLength() {
        return new JsonProperty(
                Value.Kind.STRING,
                string -> new Reply.Int(string.string().getBytes(StandardCharsets.UTF_8).length),
                path -> JsonFailures.NO_KEY,
                JsonFailures::nothingAt,
                (path, value) -> JsonFailures.expected("string", value));
    }

    private static Command arrayLength() {
        return new JsonProperty(
                Value.Kind.ARRAY,
                array -> new Reply.Int(array.size()),
                path -> JsonFailures.NO_KEY,
                JsonFailures::nothingAt,
                (path, value) -> JsonFailures.nothingAt(path, "not an array"));
    }

    private static Command objectLength() {
        return new JsonProperty(
                Value.Kind.OBJECT,
                object -> new Reply.Int(object.size()),
                path -> JsonFailures.nothingAt(path, "not an object"),
                path -> Reply.NIL,
                (path, value) -> JsonFailures.expected("object", value));
    }

    private static Command objectNames() {
        return new JsonProperty(
                Value.Kind.OBJECT,
                JsonPropertyCommands::names,
                path -> JsonFailures.NO_KEY,
                path -> Reply.NIL,
                (path, value) -> JsonFailures.nothingAt(path, "not an object"));
    }

    private static Reply names(Value object) {
        List<Reply> names = new ArrayList<>();
        for (Members members = object.members(); members.next(); ) {
            names.add(Reply.bulk(members.name()));
        }
        return new Reply.Array(names);
    }

    /** In RESP3 whatever is answered stands in an array of its own. */
    private static Plan type(Request request, Session session, long nowMillis) {
        JsonArguments.requireAtMost(3, request);
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.pathOrRoot(request, 2);
        boolean wraps = switch (session.version()) {
            case RESP2 -> false;
            case RESP3 -> true;
        };
        Reply noKey = wraps ? Reply.array(Reply.NIL) : Reply.NIL;
        return JsonReads.plan(key, noKey, root -> {
            Reply types = types(path, root);
            return wraps ? Reply.array(types) : types;
        });
    }

    private static Reply types(Path path, Value root) {
        if (!JsonReads.isLegacy(path)) {
            return JsonReads.each(path, root, value -> Reply.bulk(JsonValues.typeName(value)));
        }
        Value value = path.find(root);
        return value == null ? Reply.NIL : Reply.bulk(JsonValues.typeName(value));
    }

    /** The bytes that values take in their packed form. */
    private static Plan memory(Request request) {
        Arguments.requireAtMost(4, request, "json.debug|memory");
        Bytes key = Arguments.key(request, 2);
        Path path = JsonArguments.pathOrRoot(request, 3);
        return JsonReads.isLegacy(path)
                ? JsonReads.plan(key, Reply.ZERO, root -> size(JsonReads.first(path, root)))
                : JsonReads.plan(
                        key, Reply.EMPTY_ARRAY, root -> JsonReads.each(path, root, JsonPropertyCommands::size));
    }

    private static Reply size(Value value) {
        return new Reply.Int(value.packedSize());
    }
}
