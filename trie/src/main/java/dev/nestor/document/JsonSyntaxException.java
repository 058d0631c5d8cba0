package dev.nestor.document;

/** The text is not one JSON value in UTF-8 (RFC 8259). Says what is wrong and where. */
public final class JsonSyntaxException extends DocumentException {
    private final int offset;
    private final int line;
    private final int column;

    private JsonSyntaxException(String problem, int offset, int line, int column) {
        super(problem + " at " + (line > 1 ? "line " + line + ", " : "") + "column " + column + " (byte " + offset
                + ")");
        this.offset = offset;
        this.line = line;
        this.column = column;
    }

    /** A fault at the byte {@code at} of the text that starts at {@code start}. */
    static JsonSyntaxException at(String problem, byte[] text, int start, int at) {
        int line = 1;
        int column = 1;
        for (int i = start; i < at; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else if (!Utf8.isContinuation(text[i])) {
                column++;
            }
        }
        return new JsonSyntaxException(problem, at - start, line, column);
    }

    /** Bytes of the text before the fault. */
    public int offset() {
        return offset;
    }

    /** The fault's line, from 1. */
    public int line() {
        return line;
    }

    /** The fault's column in code points, from 1. */
    public int column() {
        return column;
    }
}
