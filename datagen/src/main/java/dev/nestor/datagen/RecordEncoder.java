package dev.nestor.datagen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Collects the text of records as bytes in a buffer that grows and is used again. One thread at a time.
 *
 * <p>Everything that is the same in each record is put into bytes once, so that a record costs copies of short arrays and
 * no strings.
 */
final class RecordEncoder implements RecordSink {
    private static final byte[] TRUE = "true".getBytes(US_ASCII);
    private static final byte[] FALSE = "false".getBytes(US_ASCII);

    private final RecordGenerator generator;
    private final boolean keyIsMember;
    private final byte[] lineStart;
    private final byte[] afterKey;
    private final byte[] objectStart;
    private final byte[][] memberNames;
    private final byte[] betweenMembers;
    private final byte[] objectEnd;
    private byte[] bytes = new byte[1024];
    private int size;
    private boolean firstMember;

    RecordEncoder(RecordGenerator generator, RecordFormat format) {
        this.generator = generator;
        keyIsMember = format.keyIsMember();
        lineStart = (format.beforeKey + RecordGenerator.KEY_PREFIX).getBytes(US_ASCII);
        afterKey = format.afterKey.getBytes(US_ASCII);
        objectStart = format.objectStart.getBytes(US_ASCII);
        memberNames = generator.fields().stream()
                .map(field -> (quoted(field.name()) + format.afterName).getBytes(UTF_8))
                .toArray(byte[][]::new);
        betweenMembers = format.betweenMembers.getBytes(US_ASCII);
        objectEnd = format.objectEnd.getBytes(US_ASCII);
    }

    /** Number of bytes collected. */
    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    /** Adds a record, its key and the line's end. */
    void line(long index) {
        append(lineStart);
        digits(index);
        append(afterKey);
        firstMember = !keyIsMember;
        generator.generate(index, this);
        endObject();
        append('\n');
    }

    /** The text of a record alone. What was collected before is gone. */
    byte[] document(long index) {
        clear();
        startObject();
        generator.generate(index, this);
        endObject();
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public void member(int field) {
        if (!firstMember) {
            append(betweenMembers);
        }
        firstMember = false;
        append(memberNames[field]);
    }

    @Override
    public void text(byte[] letters) {
        append('"');
        append(letters);
        append('"');
    }

    @Override
    public void whole(int value) {
        digits(value);
    }

    @Override
    public void decimal(int thousandths) {
        digits(thousandths / 1000);
        append('.');
        int rest = thousandths % 1000;
        do {
            append('0' + rest / 100);
            rest = rest % 100 * 10;
        } while (rest != 0);
    }

    @Override
    public void truth(boolean value) {
        append(value ? TRUE : FALSE);
    }

    @Override
    public void startObject() {
        append(objectStart);
        firstMember = true;
    }

    @Override
    public void endObject() {
        append(objectEnd);
        firstMember = false;
    }

    private void digits(long value) {
        int count = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            count++;
        }
        reserve(count);
        size += count;
        long rest = value;
        for (int place = size - 1; place >= size - count; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void append(int character) {
        reserve(1);
        bytes[size++] = (byte) character;
    }

    private void append(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, count), 2 * bytes.length));
        }
    }

    /** A JSON string (RFC 8259, section 7). */
    private static String quoted(String name) {
        var text = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (character < ' ') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else {
                text.append(character);
            }
        }
        return text.append('"').toString();
    }
}
