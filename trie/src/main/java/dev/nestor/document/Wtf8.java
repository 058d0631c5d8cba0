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

    static final int SURROGATE_SIZE = 3;

    private Wtf8() {}

    static byte[] encode(String string) {
        return hasLoneSurrogate(string) ? encodeWithSurrogates(string) : string.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasLoneSurrogate(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                if (Character.charCount(string.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static byte[] encodeWithSurrogates(String string) {
        GrowingBytes encoded = new GrowingBytes(3 * string.length());
        string.codePoints().forEach(codePoint -> append(encoded, codePoint));
        return encoded.copy();
    }

    static void append(GrowingBytes out, char[] chars, int from, int length) {
        out.reserve(3 * length);
        int end = from + length;
        int at = from;
        while (at < end && chars[at] < 0x80) {
            out.array[out.size++] = (byte) chars[at++];
        }
        while (at < end) {
            int codePoint = Character.codePointAt(chars, at, end);
            append(out, codePoint);
            at += Character.charCount(codePoint);
        }
    }

    static void append(GrowingBytes out, int codePoint) {
        if (codePoint < 0x80) {
            out.append(codePoint);
        } else if (codePoint < 0x800) {
            out.append(0xC0 | codePoint >> 6);
            appendContinuation(out, codePoint);
        } else if (codePoint < 0x10000) {
            out.append(0xE0 | codePoint >> 12);
            appendContinuation(out, codePoint >> 6);
            appendContinuation(out, codePoint);
        } else {
            out.append(0xF0 | codePoint >> 18);
            appendContinuation(out, codePoint >> 12);
            appendContinuation(out, codePoint >> 6);
            appendContinuation(out, codePoint);
        }
    }

    private static void appendContinuation(GrowingBytes out, int bits) {
        out.append(0x80 | (bits & 0x3F));
    }

    static String decode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isSurrogate(bytes, i, to)) {
                return decodeWithSurrogates(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static String decodeWithSurrogates(byte[] bytes, int from, int to) {
        StringBuilder decoded = new StringBuilder();
        int run = from;
        for (int i = from; i < to; i++) {
            if (isSurrogate(bytes, i, to)) {
                decoded.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
                decoded.append(surrogate(bytes, i));
                i += SURROGATE_SIZE - 1;
                run = i + 1;
            }
        }
        return decoded.append(new String(bytes, run, to - run, StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether a surrogate without partner stands at {@code at}. */
    static boolean isSurrogate(byte[] bytes, int at, int to) {
        return bytes[at] == SURROGATE_LEAD && to - at >= SURROGATE_SIZE && (bytes[at + 1] & 0xE0) == 0xA0;
    }

    static char surrogate(byte[] bytes, int at) {
        return (char) (0xD000 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F));
    }

    /** Whether the bytes are WTF-8: a high surrogate right before a low one is not. */
    static boolean isValid(byte[] bytes, int from, int to) {
        boolean afterHigh = false;
        int at = from;
        while (at < to) {
            if (isSurrogate(bytes, at, to)) {
                char surrogate = surrogate(bytes, at);
                if (!Utf8.isContinuation(bytes[at + 2]) || (afterHigh && Character.isLowSurrogate(surrogate))) {
                    return false;
                }
                afterHigh = Character.isHighSurrogate(surrogate);
                at += SURROGATE_SIZE;
            } else {
                int size = Utf8.sequence(bytes, at, to);
                if (size == 0) {
                    return false;
                }
                afterHigh = false;
                at += size;
            }
        }
        return true;
    }
}
