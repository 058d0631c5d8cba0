package dev.nestor.server.command;

import dev.nestor.document.path.Path;
import dev.nestor.protocol.Reply;
import dev.nestor.server.store.Bytes;
import dev.nestor.server.store.JsonOperation;
import dev.nestor.server.store.MatchResult;
import dev.nestor.server.store.Outcome;
import dev.nestor.server.store.ValueEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all commands have in common that edit values where they are. */
final class JsonEdits {
    private JsonEdits() {}

    /**
     * A plan to edit the values that a path leads to. By JSONPath it answers an array, with nil for values of other
     * kinds; by a legacy path what became of the last value of the right kind.
     *
     * @param answer what to answer for a value that was edited
     * @param otherwise why nothing was edited if the path leads somewhere: {@code not an array}
     */
    static Plan plan(Bytes key, Path path, ValueEdit edit, Function<MatchResult, Reply> answer, String otherwise) {
        return new Plan.Write(key, new JsonOperation.Edit(key, path, edit), outcome -> {
            if (!(outcome instanceof Outcome.Edited(long version, List<MatchResult> results))) {
                return JsonFailures.ofEdit(outcome);
            }
            return JsonReads.isLegacy(path) ? last(path, results, answer, otherwise) : each(results, answer);
        });
    }

    private static Reply last(
            Path path, List<MatchResult> results, Function<MatchResult, Reply> answer, String otherwise) {
        MatchResult last = lastEdited(results);
        return last == null ? JsonFailures.nothingAt(path, otherwise) : answer.apply(last);
    }

    /** The last value of the right kind, or null. */
    static @Nullable MatchResult lastEdited(List<MatchResult> results) {
        return results.reversed().stream()
                .filter(result -> !(result instanceof MatchResult.OtherKind))
                .findFirst()
                .orElse(null);
    }

    private static Reply each(List<MatchResult> results, Function<MatchResult, Reply> answer) {
        List<Reply> replies = new ArrayList<>();
        for (MatchResult result : results) {
            replies.add(result instanceof MatchResult.OtherKind ? Reply.NIL : answer.apply(result));
        }
        return new Reply.Array(replies);
    }

    /** The answer of an edit that changes a length. */
    static Reply length(MatchResult result) {
        if (result instanceof MatchResult.Length(long length)) {
            return new Reply.Int(length);
        }
        throw unexpected(result);
    }

    static IllegalStateException unexpected(MatchResult result) {
        return new IllegalStateException("the edit does not come to " + result);
    }
}
