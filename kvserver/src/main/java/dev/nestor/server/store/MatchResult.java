package dev.nestor.server.store;

import dev.nestor.document.Value;

/** What became of one value that an edit's path leads to. */
public sealed interface MatchResult {

    /** How long the string or array is now. */
    record Length(long length) implements MatchResult {}

    /** What the value is now. */
    record Changed(Value value) implements MatchResult {}

    /** The element that was taken out. */
    record Taken(Value element) implements MatchResult {}

    /** There is no element to take out. */
    record NothingTaken() implements MatchResult {}

    /** The value is of a kind that can't be edited so; it stays as it is. */
    record OtherKind() implements MatchResult {}
}
