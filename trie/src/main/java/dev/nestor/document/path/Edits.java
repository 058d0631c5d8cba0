package dev.nestor.document.path;

import dev.nestor.document.Document;
import dev.nestor.document.ObjectEdit;
import dev.nestor.document.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Edits of a document at all places that a path leads to, each giving a new document.
 *
 * <p>Matches may lie inside one another ({@code $..a} where an {@code a} holds an {@code a}). {@link #set} and
 * {@link #delete} then act on the outer one, with which the inner one is gone; {@link #apply} acts on the inner one
 * first and hands the outer one over as it is by then. That is what RedisJSON does.
 *
 * <p>Every method throws {@link PathLimitException} when the search exceeds {@link PathLimits}, and what
 * {@link Document#rewrite(int[], dev.nestor.document.Splicer)} throws when the new document exceeds the limits of
 * documents.
 */
public final class Edits {

    private Edits() {}

    /**
     * Replaces every match. When there is none and the path ends in one name, every object that the path before it
     * leads to gets a member of that name at its end.
     */
    public static SetResult set(Document document, Path path, Value value) {
        SetResult replaced = replace(document, path, value);
        return replaced instanceof SetResult.NoMatch ? create(document, path, value) : replaced;
    }

    /** Replaces every match; {@link SetResult.NoMatch} when there is none. */
    public static SetResult replace(Document document, Path path, Value value) {
        int[] targets = new Targets(path.matches(document.root())).outermost();
        return targets.length == 0
                ? new SetResult.NoMatch()
                : new SetResult.Updated(document.rewrite(targets, target -> value), targets.length);
    }

    private static SetResult create(Document document, Path path, Value value) {
        if (path.isRoot()
                || !(path.segments().getLast() instanceof Segment.Child(List<Selector> selectors))
                || selectors.size() > 1) {
            return new SetResult.NoMatch();
        }
        List<Match> parents = new Evaluation(document.root()).all(withoutLast(path.segments()));
        return switch (selectors.getFirst()) {
            case Selector.Name name -> createMember(document, parents, name, value);
            case Selector.Index index ->
                parents.stream().anyMatch(parent -> parent.value().kind() == Value.Kind.ARRAY)
                        ? new SetResult.OutOfRange()
                        : new SetResult.MissingParent();
            case Selector.Wildcard wildcard -> new SetResult.NoMatch();
            case Selector.Slice slice -> new SetResult.NoMatch();
            case Selector.Filter filter -> new SetResult.NoMatch();
        };
    }

    private static List<Segment> withoutLast(List<Segment> segments) {
        return segments.subList(0, segments.size() - 1);
    }

    private static SetResult createMember(Document document, List<Match> parents, Selector.Name name, Value value) {
        Targets targets = new Targets(parents.stream()
                .filter(parent -> parent.value().kind() == Value.Kind.OBJECT)
                .toList());
        if (targets.isEmpty()) {
            return new SetResult.MissingParent();
        }
        EditPass<Selector.Name> pass =
                new EditPass<>(targets, object -> new Edit.Change<>(ObjectEdit.set(object, name.utf8(), value), name));
        return new SetResult.Created(pass.apply(document), targets.size());
    }

    /** Removes every match from the object or array that holds it. */
    public static DeleteResult delete(Document document, Path path) {
        if (path.isRoot()) {
            return new DeleteResult.WholeDocument();
        }
        int[] targets = new Targets(path.matches(document.root())).outermost();
        return targets.length == 0
                ? new DeleteResult.NoMatch()
                : new DeleteResult.Deleted(document.rewrite(targets, target -> null), targets.length);
    }

    /**
     * Edits every match, once even when the path leads there in several ways. The edit is called for inner matches
     * before those that contain them, else in the order of the document.
     */
    public static <R> Applied<R> apply(Document document, Path path, Edit<R> edit) {
        List<Match> matches = path.matches(document.root());
        EditPass<R> pass = new EditPass<>(new Targets(matches), edit);
        Document edited = pass.apply(document);
        return new Applied<>(
                edited, matches.stream().map(match -> pass.reply(match.value())).collect(Collectors.toList()));
    }
}
