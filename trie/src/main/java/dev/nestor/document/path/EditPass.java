package dev.nestor.document.path;

import dev.nestor.document.Document;
import dev.nestor.document.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application of an {@link Edit} to values that may contain one another. A rewrite of a document does not look
 * into what it replaces, so a value with targets inside is first rewritten as a document of its own.
 */
final class EditPass<R> {
    private final Targets targets;
    private final Edit<R> edit;

    /** By target; null before the pass has reached it. */
    private final List<@Nullable R> replies;

    private boolean changed;

    EditPass(Targets targets, Edit<R> edit) {
        this.targets = targets;
        this.edit = edit;
        this.replies = new ArrayList<>(Collections.nCopies(targets.size(), null));
    }

    /** The document with its targets edited, or the same one when none of them was. */
    Document apply(Document document) {
        if (targets.isEmpty()) {
            return document;
        }
        Document edited = edited(document, 0, 0, targets.size());
        return changed ? edited : document;
    }

    @Nullable
    R reply(Value target) {
        return replies.get(targets.at(target.position()));
    }

    /** Edits the targets from one up to another, which stand in this part of the document, moved by {@code offset}. */
    private Document edited(Document part, int offset, int from, int to) {
        int[] positions = targets.outermost(from, to);
        int[] inPart =
                Arrays.stream(positions).map(position -> position - offset).toArray();
        return part.rewrite(inPart, value -> edited(value, targets.at(value.position() + offset)));
    }

    private Value edited(Value value, int target) {
        int behind = targets.behind(target);
        Value current = value;
        if (behind > target + 1) {
            Document part = value.toDocument();
            int offset = targets.position(target) - part.root().position();
            current = edited(part, offset, target + 1, behind).root();
        }
        Edit.Change<R> change = edit.edit(current);
        if (change == null) {
            return current;
        }
        changed = true;
        replies.set(target, change.reply());
        return change.value();
    }
}
