package dev.nestor.document;

/** UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** The length of the valid sequence at {@code at}, or 0. */
    static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int second = at + 1 < end ? bytes[at + 1] & 0xFF : 0;
        if (lead < 0xE0) {
            return lead >= 0xC2 && isContinuation(second) ? 2 : 0;
        }
        boolean third = at + 2 < end && isContinuation(bytes[at + 2]);
        if (lead < 0xF0) {
            int least = lead == 0xE0 ? 0xA0 : 0x80;
            int greatest = lead == 0xED ? 0x9F : 0xBF;
            return second >= least && second <= greatest && third ? 3 : 0;
        }
        boolean fourth = at + 3 < end && isContinuation(bytes[at + 3]);
        int least = lead == 0xF0 ? 0x90 : 0x80;
        int greatest = lead == 0xF4 ? 0x8F : 0xBF;
        return lead <= 0xF4 && second >= least && second <= greatest && third && fourth ? 4 : 0;
    }

    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int size = sequence(bytes, at, to);
            if (size == 0) {
                return false;
            }
            at += size;
        }
        return true;
    }

    static boolean isContinuation(int oneByte) {
        return (oneByte & 0xC0) == 0x80;
    }
}
