package dev.nestor.bench.trie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.UUID;

/** What keys look like. Key {@code i} is a pure function of {@code i}; keys of different indices differ. */
public enum KeyFamily {
    /** "person0", "person1", …. */
    DECIMAL {
        @Override
        String key(int index) {
            return "person" + index;
        }
    },

    /** Random UUIDs as text. */
    UUID_TEXT {
        @Override
        String key(int index) {
            return new UUID(mix(index), mix(~index)).toString();
        }
    };

    abstract String key(int index);

    final byte[] bytes(int index) {
        return key(index).getBytes(ISO_8859_1);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection that looks random. */
    private static long mix(long value) {
        long z = value * 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
