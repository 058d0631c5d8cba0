package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.JsonOperation;
import dev.nestor.server.store.MatchResult;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.ValueEdit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON commands that change numbers, booleans and strings where they are. */
final class JsonScalarCommands {
    private JsonScalarCommands() {}

    static Map<String, Command> all() {
        return Map.ofEntries(
                entry(
                        "json.numincrby",
                        (request, session, nowMillis) ->
                                calculate(request, session, new ValueEdit.Add(JsonArguments.number(request, 3)))),
                entry(
                        "json.nummultby",
                        (request, session, nowMillis) ->
                                calculate(request, session, new ValueEdit.Multiply(JsonArguments.number(request, 3)))),
                entry("json.toggle", (request, session, nowMillis) -> toggle(request)),
                entry("json.strappend", (request, session, nowMillis) -> append(request)));
    }

    /** In RESP3 an array of numbers for any path; in RESP2 JSON text, of an array or by a legacy path of a number. */
    private static Plan calculate(Request request, Session session, ValueEdit edit) {
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.path(request, 2);
        Plan.Writer writer = switch (session.version()) {
            case RESP2 -> outcome -> numbersAsText(path, outcome);
            case RESP3 -> JsonScalarCommands::numbers;
        };
        return new Plan.Write(key, new JsonOperation.Edit(key, path, edit), writer);
    }

    private static Reply numbers(Outcome outcome) {
        if (!(outcome instanceof Outcome.Edited(long version, List<MatchResult> results))) {
            return JsonFailures.ofEdit(outcome);
        }
        return new Reply.Array(results.stream().map(JsonScalarCommands::number).toList());
    }

    private static Reply number(MatchResult result) {
        return result instanceof MatchResult.OtherKind ? Reply.NIL : JsonValues.number(changed(result));
    }

    private static Reply numbersAsText(Path path, Outcome outcome) {
        if (!(outcome instanceof Outcome.Edited(long version, List<MatchResult> results))) {
            return JsonFailures.ofEdit(outcome);
        }
        if (!JsonReads.isLegacy(path)) {
            return Reply.bulk(
                    results.stream().map(JsonScalarCommands::numberText).collect(Collectors.joining(",", "[", "]")));
        }
        MatchResult last = JsonEdits.lastEdited(results);
        return last == null ? JsonFailures.nothingAt(path, "does not contains a number") : Reply.bulk(numberText(last));
    }

    private static String numberText(MatchResult result) {
        return result instanceof MatchResult.OtherKind
                ? "null"
                : changed(result).numberText();
    }

    private static Value changed(MatchResult result) {
        if (result instanceof MatchResult.Changed(Value value)) {
            return value;
        }
        throw JsonEdits.unexpected(result);
    }

    /** 1 or 0 for a JSONPath, {@code true} or {@code false} for a legacy path. */
    private static Plan toggle(Request request) {
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.path(request, 2);
        boolean legacy = JsonReads.isLegacy(path);
        return JsonEdits.plan(
                key,
                path,
                new ValueEdit.Toggle(),
                result -> toggled(changed(result).bool(), legacy),
                "not a bool");
    }

    private static Reply toggled(boolean now, boolean legacy) {
        if (legacy) {
            return Reply.bulk(Boolean.toString(now));
        }
        return now ? Reply.ONE : Reply.ZERO;
    }

    /** JSON.STRAPPEND key [path] value */
    private static Plan append(Request request) {
        JsonArguments.requireAtMost(4, request);
        Bytes key = Arguments.key(request, 1);
        int last = request.size() - 1;
        Path path = JsonArguments.pathOrRoot(request, last == 3 ? 2 : request.size());
        ValueEdit edit = new ValueEdit.AppendText(JsonArguments.string(request, last));
        return JsonEdits.plan(key, path, edit, JsonEdits::length, "not a string");
    }
}
