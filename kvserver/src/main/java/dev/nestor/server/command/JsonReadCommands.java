package dev.nestor.server.command;

import static java.util.Map.entry;

import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Failure;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON commands that show values. */
final class JsonReadCommands {
    private JsonReadCommands() {}

    static Map<String, Command> all() {
        return Map.ofEntries(
                entry("json.get", (request, session, nowMillis) -> get(request, session)),
                entry("json.mget", (request, session, nowMillis) -> getMany(request)),
                entry("json.resp", (request, session, nowMillis) -> resp(request)));
    }

    private static Plan get(Request request, Session session) {
        Bytes key = Arguments.key(request, 1);
        JsonGetOptions options = JsonGetOptions.of(request, session.version());
        return JsonReads.plan(key, Reply.NIL, root -> switch (options.format()) {
            case STRING -> JsonAnswer.text(root, options.paths(), options.layout());
            case EXPAND, EXPAND1 -> expanded(root, options);
        });
    }

    /** An array for each path, whichever notation it is in, of what it leads to. */
    private static Reply expanded(Value root, JsonGetOptions options) {
        JsonValues values = new JsonValues();
        return new Reply.Array(options.paths().stream()
                .map(path ->
                        JsonReads.each(path, root, value -> options.format().of(value, values)))
                .toList());
    }

    private static Plan getMany(Request request) {
        int last = request.size() - 1;
        List<Bytes> keys = Arguments.keys(request, 1, last, 1);
        Path path = JsonArguments.path(request, last);
        return new Plan.Read(keys, (view, nowMillis) -> {
            ReplyBudget budget = new ReplyBudget();
            List<Reply> replies = new ArrayList<>();
            for (Bytes key : keys) {
                Reply reply = JsonReads.reply(view, key, nowMillis, Reply.NIL, root -> textOrNil(root, path, budget));
                if (reply instanceof Failure && !reply.equals(JsonFailures.WRONG_KEY)) {
                    return reply;
                }
                replies.add(reply instanceof Failure ? Reply.NIL : reply);
            }
            return new Reply.Array(replies);
        });
    }

    private static Reply textOrNil(Value root, Path path, ReplyBudget budget) {
        boolean missing = JsonReads.isLegacy(path) && path.find(root) == null;
        return missing ? Reply.NIL : JsonAnswer.text(root, path, budget);
    }

    private static Plan resp(Request request) {
        JsonArguments.requireAtMost(3, request);
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.pathOrRoot(request, 2);
        return JsonReads.plan(key, Reply.NIL, root -> {
            JsonValues values = new JsonValues();
            return JsonReads.isLegacy(path)
                    ? values.resp(JsonReads.first(path, root))
                    : JsonReads.each(path, root, values::resp);
        });
    }
}
