package dev.nestor.server.store;

import dev.nestor.document.ArrayEdit;
import dev.nestor.document.NumberEdit;
import dev.nestor.document.SimpleEdit;
import dev.nestor.document.StringEdit;
import dev.nestor.document.Value;
import dev.nestor.document.path.Applied;
import dev.nestor.document.path.Edit;
import dev.nestor.document.path.Match;
import dev.nestor.document.path.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What each {@link ValueEdit} makes of one value. Indexes are read as RedisJSON reads them: from the end when
 * negative, and clipped to the array save for an insertion.
 */
final class ValueEdits {
    private static final Value ZERO = Value.of(0);

    private ValueEdits() {}

    static Edit<MatchResult> of(ValueEdit edit) {
        return switch (edit) {
            case ValueEdit.Add(Json number) ->
                on(Value.Kind.NUMBER, value -> changed(NumberEdit.add(value, number.value())));
            case ValueEdit.Multiply(Json number) ->
                on(Value.Kind.NUMBER, value -> changed(NumberEdit.multiply(value, number.value())));
            case ValueEdit.Toggle _ -> on(Value.Kind.BOOLEAN, value -> changed(SimpleEdit.toggle(value)));
            case ValueEdit.AppendText(Json suffix) ->
                on(Value.Kind.STRING, value -> appended(StringEdit.append(value, suffix.value())));
            case ValueEdit.AppendElements(List<Json> elements) ->
                on(Value.Kind.ARRAY, array -> resized(ArrayEdit.append(array, values(elements))));
            case ValueEdit.InsertElements(long index, List<Json> elements) ->
                on(Value.Kind.ARRAY, array -> insert(array, index, values(elements)));
            case ValueEdit.Pop(long index) -> on(Value.Kind.ARRAY, array -> pop(array, index));
            case ValueEdit.Trim(long start, long stop) -> on(Value.Kind.ARRAY, array -> trim(array, start, stop));
            case ValueEdit.Clear _ -> ValueEdits::clear;
        };
    }

    private static Edit<MatchResult> on(Value.Kind kind, Edit<MatchResult> edit) {
        return value -> value.kind() == kind ? edit.edit(value) : null;
    }

    private static Edit.Change<MatchResult> changed(Value value) {
        return new Edit.Change<>(value, new MatchResult.Changed(value));
    }

    private static Edit.Change<MatchResult> resized(Value array) {
        return new Edit.Change<>(array, new MatchResult.Length(array.size()));
    }

    private static Edit.Change<MatchResult> appended(Value string) {
        int length = string.string().getBytes(StandardCharsets.UTF_8).length;
        return new Edit.Change<>(string, new MatchResult.Length(length));
    }

    private static List<Value> values(List<Json> elements) {
        return elements.stream().map(Json::value).toList();
    }

    /** How many bytes an edit adds to each value, but for those of a number. */
    static long addedBytes(ValueEdit edit) {
        return switch (edit) {
            case ValueEdit.AppendText(Json suffix) -> suffix.packed().length();
            case ValueEdit.AppendElements(List<Json> elements) -> bytes(elements);
            case ValueEdit.InsertElements(long index, List<Json> elements) -> bytes(elements);
            case ValueEdit.Add _, ValueEdit.Multiply _, ValueEdit.Toggle _ -> 0;
            case ValueEdit.Pop _, ValueEdit.Trim _, ValueEdit.Clear _ -> 0;
        };
    }

    private static long bytes(List<Json> elements) {
        return elements.stream().mapToLong(element -> element.packed().length()).sum();
    }

    /** Whether an edit finds its index in every array, which only insertions need. Those inside change no size. */
    static boolean isInRange(ValueEdit edit, Path path, Value root) {
        return !(edit instanceof ValueEdit.InsertElements insert)
                || path.matches(root).stream()
                        .map(Match::value)
                        .filter(value -> value.kind() == Value.Kind.ARRAY)
                        .allMatch(array -> insert.index() >= -array.size() && insert.index() <= array.size());
    }

    private static Edit.Change<MatchResult> insert(Value array, long index, List<Value> elements) {
        long before = index < 0 ? index + array.size() : index;
        return resized(ArrayEdit.insert(array, Math.toIntExact(before), elements));
    }

    private static Edit.Change<MatchResult> pop(Value array, long index) {
        if (array.size() == 0) {
            return new Edit.Change<>(array, new MatchResult.NothingTaken());
        }
        int taken = clip(index, array.size());
        Value element = array.element(taken);
        if (element == null) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "an array of %d has no element %d", array.size(), taken));
        }
        return new Edit.Change<>(ArrayEdit.remove(array, taken), new MatchResult.Taken(element));
    }

    private static Edit.Change<MatchResult> trim(Value array, long start, long stop) {
        int size = array.size();
        int last = clip(stop, size);
        int first = start >= size ? last + 1 : clip(start, size);
        return resized(
                first > last || size == 0 ? ArrayEdit.slice(array, 0, 0) : ArrayEdit.slice(array, first, last + 1));
    }

    /** The index from 0 that an index means in an array of this size: the nearest one there is. */
    private static int clip(long index, int size) {
        return (int) (index < 0 ? Math.max(0, size + index) : Math.min(index, size - 1));
    }

    private static Edit.@Nullable Change<MatchResult> clear(Value value) {
        boolean clearable = switch (value.kind()) {
            case OBJECT, ARRAY -> value.size() > 0;
            case NUMBER -> value.compareNumber(ZERO) != 0;
            case STRING, BOOLEAN, NULL -> false;
        };
        return clearable ? changed(SimpleEdit.clear(value)) : null;
    }

    /** One result for each match, in the order of the matches. */
    static List<MatchResult> results(Applied<MatchResult> applied) {
        return applied.replies().stream()
                .map(reply -> reply == null ? new MatchResult.OtherKind() : reply)
                .toList();
    }
}
