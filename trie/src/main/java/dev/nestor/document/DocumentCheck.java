package dev.nestor.document;

import java.util.Arrays;
import java.util.Objects;

/**
 * The complete check of packed bytes that come from a disk or a network. It accepts exactly what
 * {@link PackedWriter} produces: each JSON value has one packed form for each order of its members.
 */
public final class DocumentCheck {
    private final byte[] bytes;

    private DocumentCheck(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Checks a packed document.
     *
     * @throws CorruptDocumentException if the bytes are not one packed document, or not in its one form
     */
    public static void verify(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        try {
            int end = new DocumentCheck(bytes).verifyValue(offset, offset + length, 0);
            if (end != offset + length) {
                throw new CorruptDocumentException("there are bytes after the packed document");
            }
        } catch (IndexOutOfBoundsException e) {
            throw new CorruptDocumentException(e);
        }
    }

    private int verifyValue(int at, int limit, int depth) {
        int end = Tag.end(bytes, at, limit);
        switch (Tag.kind(bytes[at])) {
            case OBJECT -> verifyObject(at, end, depth + 1);
            case ARRAY -> verifyArray(at, end, depth + 1);
            case STRING -> verifyString(at, end);
            case NUMBER -> verifyNumber(at, end);
            case BOOLEAN, NULL -> {}
        }
        return end;
    }

    private void verifyString(int at, int end) {
        int start = PackedString.start(bytes, at);
        require(
                start - at == PackedString.headerSize(end - start),
                at,
                "a string's length is not in its shortest form");
        require(Wtf8.isValid(bytes, start, end), at, "a string is not WTF-8");
    }

    /** The one packed form of a number is what its text is packed to. */
    private void verifyNumber(int at, int end) {
        GrowingBytes text = new GrowingBytes(24);
        PackedNumber.appendText(text, bytes, at);
        GrowingBytes packed = new GrowingBytes(24);
        PackedNumber.write(packed, text.array, 0, text.size);
        boolean same = Arrays.equals(bytes, at, end, packed.array, 0, packed.size);
        require(same, at, "a number is not in its shortest form");
    }

    private void verifyArray(int at, int end, int depth) {
        Nesting.check(depth);
        int count = Container.count(bytes, at);
        int start = Container.childrenStart(bytes, at);
        int table = ArrayLayout.elementsEnd(bytes, at, end);
        int width = Container.width(bytes[at]);
        int element = start;
        for (int index = 0; index < count; index++) {
            if (index > 0 && index % ArrayLayout.STRIDE == 0) {
                int entry = Integers.read(bytes, table + (index / ArrayLayout.STRIDE - 1) * width, width);
                require(entry == element - start, at, "an array's table is wrong");
            }
            element = verifyValue(element, table, depth);
        }
        verifyFrame(at, end, element, table, ArrayLayout.tableEntries(count));
    }

    private void verifyObject(int at, int end, int depth) {
        Nesting.check(depth);
        int count = Container.count(bytes, at);
        int table = ObjectLayout.membersEnd(bytes, at, end);
        require(count <= table - at, at, "an object has more members than bytes");
        int[] members = new int[count];
        int member = Container.childrenStart(bytes, at);
        for (int index = 0; index < count; index++) {
            members[index] = member;
            member = verifyValue(verifyName(member, table), table, depth);
        }
        verifyFrame(at, end, member, table, Container.hasTable(bytes[at]) ? count : 0);
        if (Container.hasTable(bytes[at])) {
            verifyTable(at, table, members);
        } else {
            verifyDistinct(members);
        }
    }

    private int verifyName(int at, int limit) {
        int start = Name.start(bytes, at);
        int end = Name.end(bytes, at);
        require(end < limit, at, "a name reaches past the end of its object");
        require(start - at == Name.lengthWidth(end - start), at, "a name's length is not in its shortest form");
        require(Utf8.isValid(bytes, start, end), at, "a name is not UTF-8");
        return end;
    }

    private void verifyFrame(int at, int end, int childrenEnd, int table, int entries) {
        require(childrenEnd == table, at, "a container's children do not fill it");
        int count = Container.count(bytes, at);
        boolean hasTable = Container.hasTable(bytes[at]);
        require(hasTable == count > Tag.MOST_INLINE_CHILDREN, at, "a container has a table without need, or none");
        int start = Container.childrenStart(bytes, at);
        int width =
                hasTable ? Container.widthWithTable(childrenEnd - start, entries) : Integers.width(childrenEnd - start);
        require(
                count == 0 || Container.width(bytes[at]) == width,
                at,
                "a container's length is not in its shortest form");
        require(end == table + entries * width, at, "a container's table is too long");
    }

    /** Names that ascend strictly and each belong to a member are all the members, each once. */
    private void verifyTable(int at, int table, int[] members) {
        int width = Container.width(bytes[at]);
        int start = Container.childrenStart(bytes, at);
        int previous = -1;
        for (int slot = 0; slot < members.length; slot++) {
            int member = start + Integers.read(bytes, table + slot * width, width);
            require(Arrays.binarySearch(members, member) >= 0, at, "an object's table points to no member");
            require(previous < 0 || Name.compare(bytes, previous, member) < 0, at, "an object's table is not in order");
            previous = member;
        }
    }

    private void verifyDistinct(int[] members) {
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < i; j++) {
                require(Name.compare(bytes, members[i], members[j]) != 0, members[i], "an object has a name twice");
            }
        }
    }

    private static void require(boolean holds, int at, String problem) {
        if (!holds) {
            throw new CorruptDocumentException(problem + ", at byte " + at);
        }
    }
}
