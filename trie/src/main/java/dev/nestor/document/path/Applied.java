package dev.nestor.document.path;

import dev.nestor.document.Document;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an {@link Edit} at every match of a path.
 *
 * @param document the new document; the same one when nothing was edited
 * @param replies one for each match in the order of {@link Path#matches}, null where the value was of another kind
 */
public record Applied<R>(Document document, List<@Nullable R> replies) {
    public Applied {
        replies = Collections.unmodifiableList(replies);
    }
}
