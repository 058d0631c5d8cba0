package dev.nestor.document.path;

import dev.nestor.document.Document;

/** What became of deleting what a path leads to. */
public sealed interface DeleteResult {

    /** {@code count} values are gone; those inside one that is gone do not count. */
    record Deleted(Document document, int count) implements DeleteResult {}

    /** The path leads to nothing. */
    record NoMatch() implements DeleteResult {}

    /** The path leads to the root: there is no document without one, so the whole document is to go. */
    record WholeDocument() implements DeleteResult {}
}
