package dev.nestor.datagen;

/**
 * Takes a generated record member by member: each {@link #member} is followed by its value, which is one call, or
 * {@link #startObject}, members and {@link #endObject}. The calls for the outermost object itself are not made.
 */
interface RecordSink {
    /**
     * The next member's name.
     *
     * @param field its place among the generator's fields
     */
    void member(int field);

    /**
     * A string.
     *
     * @param letters ASCII letters, which the sink may keep
     */
    void text(byte[] letters);

    void whole(int value);

    /** The number {@code thousandths / 1000}. */
    void decimal(int thousandths);

    void truth(boolean value);

    void startObject();

    void endObject();
}
