package dev.nestor.protocol;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a server answers, in the types of RESP3. A connection that speaks RESP2 gets what Redis would send there: see
 * each type.
 *
 * <p>Replies are values; lists and bytes are not copied, so whoever makes one must not change them afterwards.
 */
public sealed interface Reply
        permits Failure,
                Reply.Simple,
                Reply.Int,
                Reply.Bool,
                Reply.Real,
                Reply.BigNumber,
                Reply.Bulk,
                Reply.Verbatim,
                Reply.Nil,
                Reply.NilArray,
                Reply.Array,
                Reply.Set,
                Reply.Push,
                Reply.Map {
    /** How deep arrays, maps and sets may nest, in both directions. */
    int MAX_DEPTH = 256;

    /** {@code +OK} */
    Reply OK = new Simple("OK");

    /** No value: {@code _}, in RESP2 {@code $-1}. */
    Reply NIL = new Nil();

    /** No value where an array was asked for: {@code _}, in RESP2 {@code *-1}. */
    Reply NIL_ARRAY = new NilArray();

    Reply ZERO = new Int(0);

    Reply ONE = new Int(1);

    Reply EMPTY_ARRAY = new Array(List.of());

    /** A bulk string of all these bytes. */
    static Reply bulk(byte[] bytes) {
        return new Bulk(bytes, 0, bytes.length);
    }

    /** A bulk string of this text in UTF-8. */
    static Reply bulk(String text) {
        return bulk(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply array(Reply... items) {
        return new Array(List.of(items));
    }

    /** A short text of our own, without line ends: {@code +text}. */
    record Simple(String text) implements Reply {
        public Simple {
            if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("A simple string has no line ends: " + text);
            }
        }
    }

    /** {@code :value} */
    record Int(long value) implements Reply {}

    /** {@code #t} or {@code #f}, in RESP2 {@code :1} or {@code :0}. */
    record Bool(boolean value) implements Reply {}

    /** {@code ,value}, in RESP2 a bulk string. Written with the fewest digits that read back as the same double. */
    record Real(double value) implements Reply {}

    /** {@code (value}, in RESP2 a bulk string. */
    record BigNumber(BigInteger value) implements Reply {}

    /** {@code $length} and a slice of an array. */
    @SuppressWarnings("ArrayRecordComponent") // equal by content, see below
    record Bulk(byte[] bytes, int offset, int length) implements Reply {
        public Bulk {
            Objects.checkFromIndexSize(offset, length, bytes.length);
        }

        /** The bytes as UTF-8. */
        public String text() {
            return new String(bytes, offset, length, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bulk bulk
                    && Arrays.equals(
                            bytes, offset, offset + length, bulk.bytes, bulk.offset, bulk.offset + bulk.length);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = offset; i < offset + length; i++) {
                hash = 31 * hash + bytes[i];
            }
            return hash;
        }

        @Override
        public String toString() {
            return "Bulk[" + text() + "]";
        }
    }

    /**
     * {@code =length format:text}, in RESP2 a bulk string of the text.
     *
     * @param format three ASCII letters, such as {@code txt} or {@code mkd}
     */
    record Verbatim(String format, String text) implements Reply {
        public Verbatim {
            if (format.getBytes(StandardCharsets.UTF_8).length != 3) {
                throw new IllegalArgumentException("A format has three letters: " + format);
            }
        }
    }

    record Nil() implements Reply {}

    record NilArray() implements Reply {}

    /** {@code *count} */
    record Array(List<Reply> items) implements Reply {}

    /** {@code ~count}, in RESP2 an array. */
    record Set(List<Reply> items) implements Reply {}

    /** {@code >count}, out of turn and not the answer to a request; in RESP2 an array. */
    record Push(List<Reply> items) implements Reply {}

    /**
     * {@code %count}, in RESP2 an array of twice as many items.
     *
     * @param items key, value, key, value, ...
     */
    record Map(List<Reply> items) implements Reply {
        public Map {
            if (items.size() % 2 != 0) {
                throw new IllegalArgumentException("A map's last key has no value");
            }
        }

        /** How many pairs there are. */
        public int size() {
            return items.size() / 2;
        }
    }
}
