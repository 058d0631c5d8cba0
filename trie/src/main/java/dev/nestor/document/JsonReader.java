package dev.nestor.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one JSON text (RFC 8259) and packs it on the way: a recursive descent over the bytes, strictly
 * by the grammar. What needs no unescaping is copied from the text as it is.
 */
final class JsonReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final int start;
    private final int end;
    private final Limits limits;
    private final PackedWriter writer;
    private final JsonStringScanner strings;
    private int at;
    private int nodes;

    JsonReader(byte[] text, int offset, int length, Limits limits) {
        limits.checkDocumentBytes(length);
        this.text = text;
        this.start = offset;
        this.end = offset + length;
        this.limits = limits;
        this.writer = new PackedWriter(length + 16);
        this.strings = new JsonStringScanner(text, start, end);
        this.at = offset;
    }

    Document read() {
        skipByteOrderMark();
        readValue(0);
        skipBlanks();
        if (at < end) {
            throw unexpected("the end of the text");
        }
        return writer.toDocument();
    }

    private void skipByteOrderMark() {
        if (startsWith(BYTE_ORDER_MARK)) {
            at += BYTE_ORDER_MARK.length;
        }
    }

    private boolean startsWith(byte[] token) {
        return end - at >= token.length && Arrays.equals(text, at, at + token.length, token, 0, token.length);
    }

    private void readValue(int depth) {
        limits.checkNodes(++nodes);
        switch (peek()) {
            case '{' -> readObject(depth + 1);
            case '[' -> readArray(depth + 1);
            case '"' -> {
                at = strings.scan(at);
                writer.string(strings.bytes(), strings.from(), strings.to());
            }
            case 't' -> {
                readLiteral(TRUE);
                writer.bool(true);
            }
            case 'f' -> {
                readLiteral(FALSE);
                writer.bool(false);
            }
            case 'n' -> {
                readLiteral(NULL);
                writer.nullValue();
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber();
            default -> throw unexpected("a value");
        }
    }

    private void readObject(int depth) {
        limits.checkDepth(depth);
        writer.startObject();
        at++;
        if (peek() != '}') {
            readMember(depth);
            while (peek() == ',') {
                at++;
                readMember(depth);
            }
        }
        if (peek() != '}') {
            throw unexpected("',' or '}'");
        }
        try {
            writer.endObject();
        } catch (DuplicateNameException e) {
            throw error(DuplicateNameException.message(e.name()));
        }
        at++;
    }

    private void readMember(int depth) {
        if (peek() != '"') {
            throw unexpected("a member name in double quotes");
        }
        at = strings.scan(at);
        limits.checkNameBytes(strings.to() - strings.from());
        writer.name(strings.bytes(), strings.from(), strings.to());
        if (peek() != ':') {
            throw unexpected("':'");
        }
        at++;
        readValue(depth);
    }

    private void readArray(int depth) {
        limits.checkDepth(depth);
        writer.startArray();
        at++;
        if (peek() != ']') {
            readValue(depth);
            while (peek() == ',') {
                at++;
                readValue(depth);
            }
        }
        if (peek() != ']') {
            throw unexpected("',' or ']'");
        }
        writer.endArray();
        at++;
    }

    private void readLiteral(byte[] literal) {
        if (!startsWith(literal)) {
            throw unexpected("a value");
        }
        at += literal.length;
    }

    private void readNumber() {
        int to = JsonNumber.end(text, at, end);
        if (to < 0) {
            at = -to - 1;
            throw unexpected("a digit");
        }
        limits.checkNumberLength(to - at);
        writer.number(text, at, to);
        at = to;
    }

    /** The next byte that is not blank, or -1 at the end of the text. Does not step over it. */
    private int peek() {
        skipBlanks();
        return at < end ? text[at] : -1;
    }

    private void skipBlanks() {
        while (at < end && isBlank(text[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private JsonSyntaxException unexpected(String wanted) {
        return error("expected " + wanted + ", found " + found());
    }

    private String found() {
        if (at == end) {
            return "the end of the text";
        }
        byte character = text[at];
        return character > ' ' && character < 0x7F
                ? "'" + (char) character + "'"
                : "the byte 0x%02X".formatted(character & 0xFF);
    }

    private JsonSyntaxException error(String problem) {
        return JsonSyntaxException.at(problem, text, start, at);
    }
}
