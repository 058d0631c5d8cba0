package dev.nestor.trie;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Families of keys, each hard on a trie in its own way. */
enum KeySet {
    /** "person0", "person1", …: dense digits below a shared prefix, shorter keys prefixes of longer ones. */
    DECIMAL {
        @Override
        byte[] draw(SplittableRandom random) {
            return ("person" + random.nextInt(3_000)).getBytes(UTF_8);
        }
    },

    /** Nothing shared: the kinds of large nodes at the top, long skips below. */
    RANDOM_16 {
        @Override
        byte[] draw(SplittableRandom random) {
            byte[] key = new byte[16];
            new SplittableRandom(random.nextInt(3_000)).nextBytes(key);
            return key;
        }
    },

    /** Up to four bytes of a tiny alphabet, the lowest and the highest bytes in it: prefixes everywhere. */
    SHORT_EXTREMES {
        @Override
        byte[] draw(SplittableRandom random) {
            byte[] alphabet = {0, 1, 'a', 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff};
            byte[] key = new byte[random.nextInt(5)];
            for (int i = 0; i < key.length; i++) {
                key[i] = alphabet[random.nextInt(alphabet.length)];
            }
            return key;
        }
    },

    /** One or two bytes of any value: the largest nodes, filled and emptied. */
    DENSE {
        @Override
        byte[] draw(SplittableRandom random) {
            byte[] key = new byte[1 + random.nextInt(2)];
            key[0] = (byte) random.nextInt(256);
            key[key.length - 1] = (byte) random.nextInt(256);
            return key;
        }
    },

    /** Each a prefix of the next. */
    CHAIN {
        @Override
        byte[] draw(SplittableRandom random) {
            return filled(random.nextInt(400), 'x');
        }
    },

    /** Long shared prefixes that end in a difference somewhere, often the last byte. */
    LONG_SHARED {
        @Override
        byte[] draw(SplittableRandom random) {
            byte[] key = filled(1 + random.nextInt(8) * 37, 'x');
            key[random.nextInt(key.length)] ^= (byte) random.nextInt(4);
            key[key.length - 1] ^= (byte) random.nextInt(4);
            return key;
        }
    },

    /** 1 byte to 64 KB. */
    HUGE {
        @Override
        byte[] draw(SplittableRandom random) {
            int length = Math.min(1 << random.nextInt(17), TrieRecord.MAX_KEY_LENGTH);
            byte[] key = filled(length, 'h');
            key[random.nextInt(length)] ^= (byte) random.nextInt(3);
            return key;
        }
    };

    abstract byte[] draw(SplittableRandom random);

    private static byte[] filled(int length, char with) {
        byte[] key = new byte[length];
        Arrays.fill(key, (byte) with);
        return key;
    }
}
