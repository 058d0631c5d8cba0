package dev.nestor.broker.repl;

import dev.nestor.broker.repl.Paint.Colour;
import dev.nestor.document.Elements;
import dev.nestor.document.Members;
import dev.nestor.document.Value;

/**
 * Writes a value for people: in one line with a blank behind each comma and colon, or with a line per member wherever
 * one line would be wider than the screen.
 */
final class JsonPrinter {
    /** No screen is that wide: everything stands in one line. */
    static final int ONE_LINE = Integer.MAX_VALUE;

    private final StringBuilder out = new StringBuilder();
    private final Paint paint;
    private final int width;

    private JsonPrinter(Paint paint, int width) {
        this.paint = paint;
        this.width = width;
    }

    /**
     * The value's text.
     *
     * @param width characters that a line may have, {@link #ONE_LINE} for any number
     * @param used characters that stand before the value already
     */
    static String print(Value value, Paint paint, int width, int used) {
        JsonPrinter printer = new JsonPrinter(paint, width);
        printer.value(value, "", used);
        return printer.out.toString();
    }

    private void value(Value value, String indent, int used) {
        switch (value.kind()) {
            case OBJECT -> members(value, indent, fits(value, used));
            case ARRAY -> elements(value, indent, fits(value, used));
            case STRING -> out.append(paint.in(Colour.STRING, Shown.withoutControls(value.toString())));
            case NUMBER -> out.append(paint.in(Colour.NUMBER, value.toString()));
            case BOOLEAN, NULL -> out.append(paint.in(Colour.LITERAL, value.toString()));
        }
    }

    private void members(Value object, String indent, boolean oneLine) {
        String inner = indent + "  ";
        Members members = object.members();
        out.append('{');
        for (int i = 0; members.next(); i++) {
            separate(i, inner, oneLine);
            String name = Shown.string(members.name());
            out.append(paint.in(Colour.NAME, name)).append(": ");
            value(members.value(), inner, oneLine ? 0 : inner.length() + name.length() + 3);
        }
        close('}', object, indent, oneLine);
    }

    private void elements(Value array, String indent, boolean oneLine) {
        String inner = indent + "  ";
        Elements elements = array.elements();
        out.append('[');
        for (int i = 0; elements.next(); i++) {
            separate(i, inner, oneLine);
            value(elements.value(), inner, oneLine ? 0 : inner.length() + 1);
        }
        close(']', array, indent, oneLine);
    }

    private void separate(int index, String indent, boolean oneLine) {
        out.append(index == 0 ? "" : ",");
        out.append(oneLine ? index == 0 ? "" : " " : "\n" + indent);
    }

    private void close(char bracket, Value container, String indent, boolean oneLine) {
        if (!oneLine && container.size() > 0) {
            out.append('\n').append(indent);
        }
        out.append(bracket);
    }

    /** Whether it fits behind what the line has already, a comma included. */
    private boolean fits(Value value, int used) {
        return width == ONE_LINE || length(value, width - used - 1) <= width - used - 1;
    }

    /** The characters that a value takes in one line, or any number above {@code most} if it takes more than that. */
    private static int length(Value value, int most) {
        return switch (value.kind()) {
            case OBJECT -> {
                int length = 2;
                Members members = value.members();
                while (length <= most && members.next()) {
                    length += members.name().length() + 6 + length(members.value(), most - length);
                }
                yield length;
            }
            case ARRAY -> {
                int length = 2;
                Elements elements = value.elements();
                while (length <= most && elements.next()) {
                    length += 2 + length(elements.value(), most - length);
                }
                yield length;
            }
            case STRING, NUMBER, BOOLEAN, NULL ->
                value.packedSize() > 4 * Math.max(most, 0) + 16
                        ? most + 1
                        : value.toString().length();
        };
    }
}
