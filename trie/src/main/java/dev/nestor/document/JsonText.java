package dev.nestor.document;

import java.nio.charset.StandardCharsets;

/** Writes packed values as JSON text in UTF-8. Only what must be escaped is. */
final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    /** By byte: 0 when it stands for itself, else what follows the backslash, {@code u} for four hex digits. */
    private static final byte[] ESCAPES = new byte[256];

    static {
        for (int control = 0; control < 0x20; control++) {
            ESCAPES[control] = 'u';
        }
        ESCAPES['\b'] = 'b';
        ESCAPES['\t'] = 't';
        ESCAPES['\n'] = 'n';
        ESCAPES['\f'] = 'f';
        ESCAPES['\r'] = 'r';
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES[Wtf8.SURROGATE_LEAD & 0xFF] = 'u';
    }

    private final GrowingBytes out;
    private final byte[] indent;
    private final byte[] newline;
    private final byte[] space;

    private JsonText(GrowingBytes out, Layout layout) {
        this.out = out;
        this.indent = layout.indent().getBytes(StandardCharsets.UTF_8);
        this.newline = layout.newline().getBytes(StandardCharsets.UTF_8);
        this.space = layout.space().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(Value value, Layout layout) {
        GrowingBytes out = new GrowingBytes(2 * value.packedSize() + 16);
        new JsonText(out, layout).write(value, 0);
        return out.copy();
    }

    private void write(Value value, int depth) {
        switch (value.kind()) {
            case OBJECT -> writeObject(value, depth + 1);
            case ARRAY -> writeArray(value, depth + 1);
            case STRING -> writeString(value.bytes(), PackedString.start(value.bytes(), value.position()), value.end());
            case NUMBER -> PackedNumber.appendText(out, value.bytes(), value.position());
            case BOOLEAN -> append(value.bool() ? TRUE : FALSE);
            case NULL -> append(NULL);
        }
    }

    private void writeObject(Value object, int depth) {
        Nesting.check(depth);
        Members members = object.members();
        out.append('{');
        boolean any = false;
        while (members.next()) {
            startChild(any, depth);
            any = true;
            writeString(object.bytes(), members.nameStart(), members.value().position());
            out.append(':');
            append(space);
            write(members.value(), depth);
        }
        endContainer(any, depth, '}');
    }

    private void writeArray(Value array, int depth) {
        Nesting.check(depth);
        Elements elements = array.elements();
        out.append('[');
        boolean any = false;
        while (elements.next()) {
            startChild(any, depth);
            any = true;
            write(elements.value(), depth);
        }
        endContainer(any, depth, ']');
    }

    private void startChild(boolean another, int depth) {
        if (another) {
            out.append(',');
        }
        startLine(depth);
    }

    private void endContainer(boolean any, int depth, char bracket) {
        if (any) {
            startLine(depth - 1);
        }
        out.append(bracket);
    }

    private void startLine(int depth) {
        append(newline);
        for (int level = 0; level < depth && indent.length > 0; level++) {
            append(indent);
        }
    }

    private void append(byte[] text) {
        out.append(text, 0, text.length);
    }

    private void writeString(byte[] bytes, int from, int to) {
        out.append('"');
        int run = from;
        for (int i = from; i < to; i++) {
            byte escape = ESCAPES[bytes[i] & 0xFF];
            if (escape == 0) {
                continue;
            }
            if (bytes[i] != Wtf8.SURROGATE_LEAD) {
                out.append(bytes, run, i);
                writeEscape(escape, bytes[i]);
                run = i + 1;
            } else if (Wtf8.isSurrogate(bytes, i, to)) {
                out.append(bytes, run, i);
                writeEscape(escape, Wtf8.surrogate(bytes, i));
                i += 2;
                run = i + 1;
            }
        }
        out.append(bytes, run, to);
        out.append('"');
    }

    private void writeEscape(byte escape, int codeUnit) {
        out.append('\\');
        out.append(escape);
        if (escape == 'u') {
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX[codeUnit >> shift & 15]);
            }
        }
    }
}
