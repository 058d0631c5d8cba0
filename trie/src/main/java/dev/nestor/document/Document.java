package dev.nestor.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable JSON document over a slice of a byte array, which it does not copy and which must not
 * change while the document is in use.
 */
public final class Document {
    private final byte[] bytes;
    private final int offset;
    private final int length;

    private Document(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    /** {@link #parse(byte[], int, int, Limits)} of a whole array with the {@linkplain Limits#DEFAULT default limits}. */
    public static Document parse(byte[] utf8) {
        return parse(utf8, 0, utf8.length, Limits.DEFAULT);
    }

    /**
     * Packs a JSON text (RFC 8259) in UTF-8. A byte order mark before it is skipped.
     *
     * @throws JsonSyntaxException if the text is not exactly one JSON value, is not valid UTF-8, or an
     *     object in it has two members of one name
     * @throws LimitExceededException if it is larger than the limits allow
     */
    public static Document parse(byte[] utf8, int offset, int length, Limits limits) {
        return new JsonReader(utf8, offset, length, limits).read();
    }

    /** A document over packed bytes, which are not checked. {@link DocumentCheck} does that. */
    public static Document ofPacked(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return new Document(bytes, offset, length);
    }

    public Value root() {
        return new Value(bytes, offset, offset + length);
    }

    /** A copy of the packed bytes. */
    public byte[] packed() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    public int packedSize() {
        return length;
    }

    /**
     * Makes a document in which some values are replaced or removed. What the replaced values contain
     * is not offered to the splicer, even when it is among the targets.
     *
     * @param targets {@linkplain Value#position positions} of values of this document, ascending
     * @throws IllegalArgumentException if the root is removed
     * @throws LimitExceededException if the new document exceeds the depth or size of the default limits
     */
    public Document rewrite(int[] targets, Splicer splicer) {
        return rewrite(targets, splicer, Limits.DEFAULT);
    }

    /** {@link #rewrite(int[], Splicer)} with other limits. */
    public Document rewrite(int[] targets, Splicer splicer, Limits limits) {
        return new Rewrite(targets, splicer, limits).apply(this);
    }

    /** The document's JSON text in UTF-8. */
    public byte[] toJson(Layout layout) {
        return root().toJson(layout);
    }

    /** The document's JSON text in one line without blanks. */
    public String toJson() {
        return new String(toJson(Layout.COMPACT), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return toJson();
    }
}
