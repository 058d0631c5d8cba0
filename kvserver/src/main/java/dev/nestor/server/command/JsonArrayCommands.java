package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.MatchResult;
import dev.nestor.server.store.ValueEdit;
import java.util.Map;

/** JSON commands for arrays. */
final class JsonArrayCommands {
    private static final String NOT_AN_ARRAY = "not an array";

    private JsonArrayCommands() {}

    static Map<String, Command> all() {
        return Map.ofEntries(
                entry("json.arrappend", (request, session, nowMillis) -> append(request)),
                entry("json.arrinsert", (request, session, nowMillis) -> insert(request)),
                entry("json.arrpop", (request, session, nowMillis) -> pop(request, session)),
                entry("json.arrtrim", (request, session, nowMillis) -> trim(request)),
                entry("json.arrindex", (request, session, nowMillis) -> indexOf(request)));
    }

    private static Plan append(Request request) {
        return resize(request, new ValueEdit.AppendElements(JsonArguments.values(request, 3)));
    }

    private static Plan insert(Request request) {
        long index = Arguments.integer(request, 3);
        return resize(request, new ValueEdit.InsertElements(index, JsonArguments.values(request, 4)));
    }

    private static Plan trim(Request request) {
        long start = Arguments.integer(request, 3);
        return resize(request, new ValueEdit.Trim(start, Arguments.integer(request, 4)));
    }

    private static Plan resize(Request request, ValueEdit edit) {
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.path(request, 2);
        return JsonEdits.plan(key, path, edit, JsonEdits::length, NOT_AN_ARRAY);
    }

    /** JSON.ARRPOP key [FORMAT format] [path [index]]; FORMAT alone is a path. */
    private static Plan pop(Request request, Session session) {
        Bytes key = Arguments.key(request, 1);
        boolean formatted = request.size() > 3 && request.is(2, "FORMAT");
        int at = formatted ? 4 : 2;
        JsonArguments.requireAtMost(at + 2, request);
        JsonFormat format =
                formatted ? JsonFormat.of(request.text(3), "STRINGS", session.version()) : JsonFormat.STRING;
        Path path = JsonArguments.pathOrRoot(request, at);
        if (JsonReads.isLegacy(path) && format != JsonFormat.STRING) {
            throw Refusal.of("Legacy paths are supported only with FORMAT STRINGS");
        }
        long index = at + 1 < request.size() ? Arguments.integer(request, at + 1) : -1;
        return JsonEdits.plan(key, path, new ValueEdit.Pop(index), result -> taken(result, format), NOT_AN_ARRAY);
    }

    private static Reply taken(MatchResult result, JsonFormat format) {
        return switch (result) {
            case MatchResult.Taken(Value element) -> format.of(element, new JsonValues());
            case MatchResult.NothingTaken nothing -> Reply.NIL;
            case MatchResult.Length other -> throw JsonEdits.unexpected(other);
            case MatchResult.Changed other -> throw JsonEdits.unexpected(other);
            case MatchResult.OtherKind other -> throw JsonEdits.unexpected(other);
        };
    }

    private static Plan indexOf(Request request) {
        JsonArguments.requireAtMost(6, request);
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.path(request, 2);
        Value wanted = JsonArguments.value(request, 3).value();
        long start = request.size() > 4 ? Arguments.integer(request, 4) : 0;
        long stop = request.size() > 5 ? Arguments.integer(request, 5) : 0;
        ArraySearch search = new ArraySearch(wanted, start, stop);
        return JsonReads.plan(
                key,
                JsonFailures.nothingAt(path),
                root -> JsonReads.isLegacy(path)
                        ? search.inFirst(JsonReads.first(path, root))
                        : JsonReads.each(path, root, search::inArray));
    }
}
