package dev.nestor.server.command;

import dev.nestor.document.Value;
import dev.nestor.document.path.Path;
import dev.nestor.protocol.Reply;
import dev.nestor.protocol.Request;
import dev.nestor.server.store.Bytes;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads what values of one kind have: the length of strings, the names of objects. By JSONPath it answers an array,
 * with nil for values of other kinds; by a legacy path one answer, or an error that differs from command to command.
 *
 * @param property the answer for a value of the kind
 * @param noKey what to answer for a JSONPath when the key is missing; for a legacy path it is nil
 * @param nothing what to answer when a legacy path leads nowhere
 * @param otherKind what to answer when a legacy path leads to a value of another kind
 */
record JsonProperty(
        Value.Kind kind,
        Function<Value, Reply> property,
        Function<Path, Reply> noKey,
        Function<Path, Reply> nothing,
        BiFunction<Path, Value, Reply> otherKind)
        implements Command {

    @Override
    public Plan plan(Request request, Session session, long nowMillis) {
        JsonArguments.requireAtMost(3, request);
        Bytes key = Arguments.key(request, 1);
        Path path = JsonArguments.pathOrRoot(request, 2);
        return JsonReads.isLegacy(path)
                ? JsonReads.plan(key, Reply.NIL, root -> first(path, root))
                : JsonReads.plan(key, noKey.apply(path), root -> JsonReads.each(path, root, this::orNil));
    }

    private Reply orNil(Value value) {
        return value.kind() == kind ? property.apply(value) : Reply.NIL;
    }

    private Reply first(Path path, Value root) {
        Value value = path.find(root);
        if (value == null) {
            return nothing.apply(path);
        }
        return value.kind() == kind ? property.apply(value) : otherKind.apply(path, value);
    }
}
