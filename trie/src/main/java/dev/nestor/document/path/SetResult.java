package dev.nestor.document.path;

import dev.nestor.document.Document;

/** What became of setting a value at a path. */
public sealed interface SetResult {

    /** The value took the place of {@code count} values; those inside one that was replaced do not count. */
    record Updated(Document document, int count) implements SetResult {}

    /** Nothing matched, and {@code count} objects got a member more. */
    record Created(Document document, int count) implements SetResult {}

    /** Nothing matched, and no object is there that could get the member. */
    record MissingParent() implements SetResult {}

    /** The path ends in an index that its array does not have. Setting never makes an array longer. */
    record OutOfRange() implements SetResult {}

    /** Nothing matched, and the path does not end in one name, so that it does not say what to create. */
    record NoMatch() implements SetResult {}
}
