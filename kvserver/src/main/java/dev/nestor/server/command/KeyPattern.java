package dev.nestor.server.command;

import dev.nestor.protocol.Glob;
import dev.nestor.protocol.Reply;
import dev.nestor.server.store.Bytes;
import dev.nestor.trie.Range;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A glob for keys, and the range of keys that it can match: those that start as it does before its first wildcard. */
final class KeyPattern {
    static final KeyPattern ALL = new KeyPattern(new byte[] {'*'});

    private final Glob glob;
    private final boolean all;
    private final byte[] prefix;

    KeyPattern(byte[] pattern) {
        this.glob = new Glob(pattern);
        this.prefix = Arrays.copyOf(pattern, literalLength(pattern));
        this.all = pattern.length == 1 && pattern[0] == '*';
    }

    private static int literalLength(byte[] pattern) {
        int length = 0;
        while (length < pattern.length && "*?[\\".indexOf(pattern[length]) < 0) {
            length++;
        }
        return length;
    }

    /** Where to look for keys that match. */
    Range range() {
        return Range.prefix(prefix);
    }

    /** Where to look behind a key, or from the beginning: as far as keys are {@link #reaches reached}. */
    Range rangeAfter(@Nullable Bytes key) {
        return key == null || key.compareTo(Bytes.wrap(prefix)) < 0 ? range() : Range.after(key.toArray());
    }

    /** Whether a key is in the range. */
    boolean reaches(Bytes key) {
        int from = key.offset();
        return key.length() >= prefix.length
                && Arrays.equals(key.array(), from, from + prefix.length, prefix, 0, prefix.length);
    }

    boolean matches(Bytes key) {
        return all || glob.matches(key.toArray());
    }

    /** A key as it is answered. */
    static Reply reply(Bytes key) {
        return new Reply.Bulk(key.array(), key.offset(), key.length());
    }
}
