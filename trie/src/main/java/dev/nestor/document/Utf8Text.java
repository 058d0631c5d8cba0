package dev.nestor.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What must hold of a text's bytes before any token is looked for, and where in a text a byte stands. */
final class Utf8Text {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NON_ASCII = 0x8080808080808080L;

    private Utf8Text() {}

    /**
     * Checks that a text is UTF-8 as RFC 3629 defines it: no overlong forms, surrogates, or anything
     * above U+10FFFF.
     *
     * @return the size of the byte order mark before the text, 0 or 3
     */
    static int check(byte[] text, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (end - at >= Long.BYTES && ((long) LONG.get(text, at) & NON_ASCII) == 0) {
                at += Long.BYTES;
            } else {
                int size = sequence(text, at, end);
                if (size == 0) {
                    throw error("invalid UTF-8", text, offset, at - offset);
                }
                at += size;
            }
        }
        int mark = startsWithMark(text, offset, length) ? 3 : 0;
        checkStart(text, offset, length, mark);
        return mark;
    }

    private static boolean startsWithMark(byte[] text, int offset, int length) {
        return length >= 3
                && text[offset] == (byte) 0xEF
                && text[offset + 1] == (byte) 0xBB
                && text[offset + 2] == (byte) 0xBF;
    }

    /** No JSON text starts with anything but ASCII, or with a zero byte near its start, which hints at UTF-16 and UTF-32. */
    private static void checkStart(byte[] text, int offset, int length, int mark) {
        for (int i = mark; i < Math.min(length, mark + 4); i++) {
            if (text[offset + i] == 0 || (i == mark && text[offset + i] < 0)) {
                throw error("unexpected byte 0x%02X".formatted(text[offset + i] & 0xFF), text, offset, i);
            }
        }
    }

    /** The length of the valid sequence at {@code at}, or 0. */
    static int sequence(byte[] text, int at, int end) {
        int lead = text[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int second = at + 1 < end ? text[at + 1] & 0xFF : 0;
        if (lead < 0xE0) {
            return lead >= 0xC2 && isContinuation(second) ? 2 : 0;
        }
        boolean third = at + 2 < end && isContinuation(text[at + 2]);
        if (lead < 0xF0) {
            int least = lead == 0xE0 ? 0xA0 : 0x80;
            int greatest = lead == 0xED ? 0x9F : 0xBF;
            return second >= least && second <= greatest && third ? 3 : 0;
        }
        boolean fourth = at + 3 < end && isContinuation(text[at + 3]);
        int least = lead == 0xF0 ? 0x90 : 0x80;
        int greatest = lead == 0xF4 ? 0x8F : 0xBF;
        return lead <= 0xF4 && second >= least && second <= greatest && third && fourth ? 4 : 0;
    }

    private static boolean isContinuation(int oneByte) {
        return (oneByte & 0xC0) == 0x80;
    }

    /** The error at a byte of a text, with its line and column. */
    static JsonSyntaxException error(String problem, byte[] text, int offset, int at) {
        int line = 1;
        int column = 1;
        for (int i = offset; i < offset + at; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else if (!isContinuation(text[i])) {
                column++;
            }
        }
        return new JsonSyntaxException(problem, at, line, column);
    }
}
