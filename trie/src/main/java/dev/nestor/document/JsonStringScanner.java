package dev.nestor.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the end of the strings of one JSON text, checks their UTF-8, and resolves escapes. A string
 * without escapes stays where it is.
 */
final class JsonStringScanner {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    private final byte[] text;
    private final int start;
    private final int end;
    private final GrowingBytes unescaped = new GrowingBytes(0);
    private boolean escaped;
    private int from;
    private int to;

    JsonStringScanner(byte[] text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** The bytes that hold the string last scanned, in {@link Wtf8}. */
    byte[] bytes() {
        return escaped ? unescaped.array : text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Scans the string whose opening quote is at {@code quote}. Returns the position after its closing quote. */
    int scan(int quote) {
        int stop = plainEnd(quote + 1);
        escaped = stop < end && text[stop] == '\\';
        if (escaped) {
            return unescape(quote + 1, stop);
        }
        requireQuote(stop);
        from = quote + 1;
        to = stop;
        return stop + 1;
    }

    private int unescape(int first, int firstEscape) {
        unescaped.size = 0;
        int run = first;
        int stop = firstEscape;
        while (stop < end && text[stop] == '\\') {
            unescaped.append(text, run, stop);
            run = readEscape(stop);
            stop = plainEnd(run);
        }
        requireQuote(stop);
        unescaped.append(text, run, stop);
        from = 0;
        to = unescaped.size;
        return stop + 1;
    }

    private void requireQuote(int at) {
        if (at >= end) {
            throw error("string without closing quote", end);
        }
        if (text[at] != '"') {
            throw error("control character 0x%02X in a string".formatted(text[at]), at);
        }
    }

    /** The first quote, backslash or control character from {@code from} on, or the end of the text. */
    private int plainEnd(int from) {
        int at = from;
        while (at < end) {
            at = asciiEnd(at);
            if (at == end || text[at] >= 0) {
                return at;
            }
            int size = Utf8.sequence(text, at, end);
            if (size == 0) {
                throw error("invalid UTF-8", at);
            }
            at += size;
        }
        return at;
    }

    /** The first byte from {@code from} on that is a quote, a backslash, a control character or not ASCII. */
    private int asciiEnd(int from) {
        int at = from;
        while (end - at >= Long.BYTES) {
            long stops = stops((long) LONG.get(text, at));
            if (stops != 0) {
                return at + Long.numberOfTrailingZeros(stops) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < end && text[at] >= ' ' && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        return at;
    }

    /**
     * The top bit of each of eight bytes that is to stop at. Bytes after the first such may be marked
     * in error (a borrow runs through them), so that only the lowest bit counts.
     */
    private static long stops(long eight) {
        long quotes = eight ^ '"' * EACH_BYTE;
        long backslashes = eight ^ '\\' * EACH_BYTE;
        return (eight | (eight - ' ' * EACH_BYTE) | (quotes - EACH_BYTE) | (backslashes - EACH_BYTE)) & TOP_BITS;
    }

    /** Resolves the escape at {@code backslash}. Returns the position after it. */
    private int readEscape(int backslash) {
        int at = backslash + 1;
        if (at >= end) {
            throw error("string without closing quote", end);
        }
        switch (text[at]) {
            case '"', '\\', '/' -> unescaped.append(text[at]);
            case 'b' -> unescaped.append('\b');
            case 'f' -> unescaped.append('\f');
            case 'n' -> unescaped.append('\n');
            case 'r' -> unescaped.append('\r');
            case 't' -> unescaped.append('\t');
            case 'u' -> {
                return readUnicode(at + 1);
            }
            default -> throw error("unknown escape", backslash);
        }
        return at + 1;
    }

    /** Two escapes in a row that are a surrogate pair make one character; a surrogate alone is kept. */
    private int readUnicode(int at) {
        char unit = readHex(at);
        int next = at + 4;
        if (Character.isHighSurrogate(unit) && end - next >= 6 && text[next] == '\\' && text[next + 1] == 'u') {
            char low = readHex(next + 2);
            if (Character.isLowSurrogate(low)) {
                Wtf8.append(unescaped, Character.toCodePoint(unit, low));
                return next + 6;
            }
        }
        Wtf8.append(unescaped, unit);
        return next;
    }

    private char readHex(int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < end && text[i] > 0 ? Character.digit(text[i], 16) : -1;
            if (digit < 0) {
                throw error("\\u without four hexadecimal digits", Math.min(i, end));
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private JsonSyntaxException error(String problem, int at) {
        return JsonSyntaxException.at(problem, text, start, at);
    }
}
