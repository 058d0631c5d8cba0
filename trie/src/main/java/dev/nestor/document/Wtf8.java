package dev.nestor.document;

import java.nio.charset.StandardCharsets;

/**
 * Strings as they are packed: UTF-8, and a surrogate that has no partner (JSON can escape one) as the
 * three bytes that UTF-8 would give it, {@code ED A0..BF xx}. A pair is always its four bytes. This is
 * <a href="https://wtf-8.codeberg.page/">WTF-8</a>.
 */
final class Wtf8 {
    /** The first byte of every surrogate, and of U+D000 to U+D7FF. */
    static final byte SURROGATE_LEAD = (byte) 0xED;

    private Wtf8() {}

    static byte[] encode(String string) {
        char[] chars = string.toCharArray();
        byte[] bytes = new byte[length(chars, 0, chars.length)];
        encode(chars, 0, chars.length, bytes, 0);
        return bytes;
    }

    /** The bytes that {@link #encode} writes. */
    static int length(char[] chars, int from, int to) {
        int length = to - from;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c >= 0x80) {
                length += c < 0x800 ? 1 : 2;
                if (isPair(chars, i, to)) {
                    i++; // two chars, four bytes
                }
            }
        }
        return length;
    }

    private static boolean isPair(char[] chars, int at, int to) {
        return Character.isHighSurrogate(chars[at]) && at + 1 < to && Character.isLowSurrogate(chars[at + 1]);
    }

    static void encode(char[] chars, int from, int to, byte[] out, int offset) {
        int at = offset;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (isPair(chars, i, to)) {
                at = encode(Character.toCodePoint(c, chars[++i]), out, at);
            } else {
                at = encode(c, out, at);
            }
        }
    }

    private static int encode(int codePoint, byte[] out, int offset) {
        int length = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        int rest = codePoint;
        for (int i = offset + length - 1; i > offset; i--) {
            out[i] = (byte) (0x80 | (rest & 0x3F));
            rest >>= 6;
        }
        out[offset] = (byte) ((0xF00 >> length & 0xFF) | rest);
        return offset + length;
    }

    static String decode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isSurrogate(bytes, i, to)) {
                return decodeWithSurrogates(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Whether a surrogate without partner stands at {@code at}. */
    static boolean isSurrogate(byte[] bytes, int at, int to) {
        return bytes[at] == SURROGATE_LEAD && to - at >= 3 && (bytes[at + 1] & 0xE0) == 0xA0;
    }

    static char surrogate(byte[] bytes, int at) {
        return (char) (0xD000 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F));
    }

    private static String decodeWithSurrogates(byte[] bytes, int from, int to) {
        StringBuilder decoded = new StringBuilder();
        int run = from;
        for (int i = from; i < to; i++) {
            if (isSurrogate(bytes, i, to)) {
                decoded.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
                decoded.append(surrogate(bytes, i));
                i += 2;
                run = i + 1;
            }
        }
        return decoded.append(new String(bytes, run, to - run, StandardCharsets.UTF_8))
                .toString();
    }
}
