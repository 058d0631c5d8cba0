package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.document.path.Path;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.Json;
import dev.nestor.server.store.JsonOperation;
import dev.nestor.server.store.MatchResult;
import dev.nestor.server.store.Operation;
import dev.nestor.server.store.Operation.Condition;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.ValueEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON commands that put values somewhere or take them away. */
final class JsonWriteCommands {
    private JsonWriteCommands() {}

    static Map<String, Command> all() {
        return Map.ofEntries(
                entry("json.set", (request, session, nowMillis) -> set(request)),
                entry("json.mset", (request, session, nowMillis) -> setMany(request)),
                entry("json.merge", (request, session, nowMillis) -> merge(request)),
                entry("json.del", (request, session, nowMillis) -> delete(request)),
                entry("json.forget", (request, session, nowMillis) -> delete(request)),
                entry("json.clear", (request, session, nowMillis) -> clear(request)));
    }

    private static Plan set(Request request) {
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.path(request, 2);
        Condition condition = condition(request);
        Json value = JsonArguments.value(request, 3);
        return new Plan.Write(
                key,
                new JsonOperation.Set(key, path, value, condition, Operation.ANY_VERSION),
                JsonWriteCommands::placed);
    }

    private static Reply placed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored stored -> Reply.OK;
            case Outcome.Done done -> Reply.OK;
            default -> JsonFailures.ofPlacement(outcome);
        };
    }

    private static Condition condition(Request request) {
        Condition condition = Condition.ALWAYS;
        for (int index = 4; index < request.size(); index++) {
            String word = request.text(index).toUpperCase(Locale.ROOT);
            if (word.equals("FORMAT")) {
                requireText(request, ++index);
            } else if (condition != Condition.ALWAYS) {
                throw Refusal.syntax();
            } else {
                condition = condition(word);
            }
        }
        return condition;
    }

    private static Condition condition(String word) {
        return switch (word) {
            case "NX" -> Condition.IF_ABSENT;
            case "XX" -> Condition.IF_PRESENT;
            default -> throw Refusal.syntax();
        };
    }

    /** FORMAT JSON or STRING, which mean the same: the value is a JSON text. */
    private static void requireText(Request request, int index) {
        if (index == request.size()) {
            throw Refusal.syntax();
        }
        if (!request.is(index, "JSON") && !request.is(index, "STRING")) {
            throw Refusal.of("wrong format");
        }
    }

    private static Plan setMany(Request request) {
        if (request.size() % 3 != 1) {
            throw new Refusal(Failure.wrongArity("json.mset"));
        }
        List<JsonOperation.Placement> placements = new ArrayList<>();
        for (int index = 1; index < request.size(); index += 3) {
            placements.add(new JsonOperation.Placement(
                    Arguments.key(request, index),
                    JsonArguments.path(request, index + 1),
                    JsonArguments.value(request, index + 2)));
        }
        List<Bytes> keys = placements.stream().map(JsonOperation.Placement::key).toList();
        return new Plan.Write(keys, new JsonOperation.SetMany(placements), JsonWriteCommands::placed);
    }

    private static Plan merge(Request request) {
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.path(request, 2);
        Json patch = JsonArguments.value(request, 3);
        return new Plan.Write(key, new JsonOperation.Merge(key, path, patch), JsonWriteCommands::placed);
    }

    private static Plan delete(Request request) {
        JsonArguments.requireAtMost(3, request);
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.pathOrRoot(request, 2);
        return new Plan.Write(
                key,
                new JsonOperation.Delete(key, path),
                outcome -> outcome instanceof Outcome.Counted(long count)
                        ? new Reply.Int(count)
                        : JsonFailures.ofEdit(outcome));
    }

    private static Plan clear(Request request) {
        JsonArguments.requireAtMost(3, request);
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.pathOrRoot(request, 2);
        return new Plan.Write(
                key,
                new JsonOperation.Edit(key, path, new ValueEdit.Clear()),
                outcome -> outcome instanceof Outcome.Edited(long version, List<MatchResult> results)
                        ? new Reply.Int(cleared(results))
                        : JsonFailures.ofEdit(outcome));
    }

    private static long cleared(List<MatchResult> results) {
        return results.stream()
                .filter(result -> result instanceof MatchResult.Changed)
                .count();
    }
}
